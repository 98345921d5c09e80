package io.tieout.fact;

/**
 * A property of the source system.
 *
 * @param value the source's id as text, for example {@code 510001}
 */
public record PropertyId(String value) implements Comparable<PropertyId> {

    public PropertyId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("empty PropertyId");
        }
    }

    @Override
    public int compareTo(PropertyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
