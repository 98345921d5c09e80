package io.tieout.fact;

/**
 * An organisation (client) of the source system.
 *
 * @param value for example {@code demopm}
 */
public record OrganisationId(String value) implements Comparable<OrganisationId> {

    public OrganisationId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("empty OrganisationId");
        }
    }

    @Override
    public int compareTo(OrganisationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
