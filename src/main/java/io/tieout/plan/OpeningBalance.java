package io.tieout.plan;

import io.tieout.fact.FactKey;
import io.tieout.fact.Fingerprint;
import java.util.Optional;

/**
 * The opening balance of one account at the cutover month, as a fact of its own.
 *
 * @param signedMinor debit positive, as read last; zero where nothing is left of it
 * @param claimed what was posted of it; empty while nothing was
 */
public record OpeningBalance(
        FactKey key,
        int version,
        Fingerprint fingerprint,
        String accountNumber,
        String accountName,
        long signedMinor,
        Optional<Claimed> claimed) {

    /** The version that an entry of ours carries. */
    public record Claimed(int version, long signedMinor) {}

    /** Whether the source says another amount now than the one that was posted. */
    public boolean isChanged() {
        return claimed.filter(c -> c.signedMinor() != signedMinor).isPresent();
    }
}
