package io.tieout.fact;

/**
 * A GL account of the source system. One id in every tree; numbers and names may differ by tree.
 *
 * @param value the source's id as text, for example {@code 210001}
 */
public record GlAccountId(String value) implements Comparable<GlAccountId> {

    public GlAccountId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("empty GlAccountId");
        }
    }

    @Override
    public int compareTo(GlAccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
