package io.tieout.mapping;

/**
 * A mapping with its version.
 *
 * @param hash SHA-256 (hex) of the canonical model: the same content in another order or layout has the same version
 * @param published whether it was published by two persons; a working file is a draft and may be planned, not applied
 */
public record MappingVersion(Mapping mapping, String hash, boolean published) {

    /** First twelve characters, for people; says DRAFT where it is one. */
    public String label() {
        return hash.substring(0, 12) + (published ? "" : " DRAFT");
    }
}
