package io.tieout.fact;

/**
 * The source's own control totals of one account for one post month, in signed minor units (debit positive).
 *
 * <p>The credit columns are negative numbers, as the source shows them: debits of the month are {@code debitClosing -
 * debitOpening}, credits are {@code creditOpening - creditClosing}.
 */
public record AccountTotals(
        long opening,
        long debitOpening,
        long creditOpening,
        long debitClosing,
        long creditClosing,
        long netChange,
        long closing) {

    /** Debits of the month by the totals. */
    public long debits() {
        return Math.subtractExact(debitClosing, debitOpening);
    }

    /** Credits of the month by the totals, as a positive number. */
    public long credits() {
        return Math.subtractExact(creditOpening, creditClosing);
    }
}
