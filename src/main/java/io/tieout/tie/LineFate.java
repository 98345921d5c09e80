package io.tieout.tie;

import io.tieout.fact.FactKey;
import io.tieout.fact.FactKind;
import io.tieout.fact.PostMonth;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What became of one source line (or opening balance) for one company.
 *
 * @param month post month in the source; of an opening balance the cutover month
 * @param signedMinor the amount that counts for the fate: of the claimed version when journaled or in flight
 * @param targetAccountId where it was posted, or would be
 * @param postingDate when it was posted
 * @param words why it is held or excluded
 */
public record LineFate(
        FactKey key,
        String accountNumber,
        PostMonth month,
        Kind kind,
        long signedMinor,
        Optional<String> targetAccountId,
        Optional<LocalDate> postingDate,
        String words) {

    /** A line is exactly one of these. */
    public enum Kind {
        JOURNALED,
        HELD,
        EXCLUDED,
        IN_FLIGHT
    }

    public boolean isOpening() {
        return key.kind() == FactKind.OPENING;
    }
}
