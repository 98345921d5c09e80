package io.tieout.selftest.checker;

/**
 * A line of the source's general ledger as it stands, from the source's own side. Several lines may share an id.
 *
 * @param basis {@code accrual} or {@code cash}
 * @param account id of the account, not its number
 * @param id the source's id of the line
 * @param postMonth {@code YYYY-MM}
 * @param postDate {@code YYYY-MM-DD}
 * @param debitMinor debit column; may be negative where the source turns sides around
 * @param present false once it was deleted
 * @param markedBy arrival number of the request that marked it as exported; 0 when a person did, -1 when it is not marked
 */
public record SourceLine(
        String org,
        String property,
        String basis,
        String book,
        String account,
        String id,
        String postMonth,
        String postDate,
        long debitMinor,
        long creditMinor,
        boolean present,
        long markedBy) {

    /** Value of {@link #markedBy} for a line that is not marked. */
    public static final long NOT_MARKED = -1;

    /** Value of {@link #markedBy} for a line that a person marked. */
    public static final long MARKED_BY_HAND = 0;

    long signedMinor() {
        return debitMinor - creditMinor;
    }

    /** For messages. */
    public String place() {
        return "source line " + id + " on account " + account + ", property " + property + ", " + basis + " "
                + postMonth;
    }
}
