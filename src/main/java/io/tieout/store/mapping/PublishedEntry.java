package io.tieout.store.mapping;

import java.util.regex.Pattern;

/**
 * One act of publishing, as kept in {@code published.json}.
 *
 * @param hash version hash of the mapping
 * @param bytesHash SHA-256 of the published file's bytes
 * @param canonicalForm name of the canonical form the version hash is over
 * @param at instant in UTC, as 2026-11-01T09:30:00Z
 */
record PublishedEntry(
        String company,
        String companyKey,
        String organisation,
        String hash,
        String bytesHash,
        String canonicalForm,
        String author,
        String approver,
        String reason,
        String at) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern COMPANY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** Whether the entry is one that Tieout wrote: its names become parts of paths. */
    boolean isSound() {
        return SHA_256.matcher(hash).matches()
                && SHA_256.matcher(bytesHash).matches()
                && COMPANY.matcher(company).matches();
    }
}
