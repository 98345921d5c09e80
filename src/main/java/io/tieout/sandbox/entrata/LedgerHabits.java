package io.tieout.sandbox.entrata;

/**
 * The open questions of the reference (entrata-api.md 10) about books, marks and journals, each with the answers that a
 * tenant might turn out to give.
 *
 * @param negativeSides reversals stand as negative amounts in the original column instead of swapped sides (question 6)
 * @param headerIds lines of one entry share one id, so ids repeat within a read (question 1)
 * @param idsSharedByBases a row that both bases have carries one id (question 2)
 * @param exportedLeaveTotals hidden exported lines are missing from the totals too (question 3)
 * @param failOnUnknownMark one unknown id fails the whole mark call; else it is ignored (question 4)
 * @param failOnRepeatedMark one id already marked fails the whole mark call; else it is harmless (question 5)
 * @param allBooksByDefault without {@code glBookTypeIds} every book is read, else the first one (question 9)
 * @param refundsAlso {@code customerRefunds=1} adds refunds, else it selects only them (question 15)
 * @param lineDetailInR2 lines of invoices r2 carry GL account and property (question 16)
 * @param halfMarked what getInvoices shows of an invoice whose lines are partly marked (question 17)
 * @param ledgersUnderLease resident ledgers stand directly under the lease, as working code has found them, instead of beside
 *     the customer (section 5, getLeaseArTransactions)
 * @param sentReference a journal's lines show the reference that was sent instead of {@code JE - #n} (accounting.md 9)
 */
public record LedgerHabits(
        boolean negativeSides,
        boolean headerIds,
        boolean idsSharedByBases,
        boolean exportedLeaveTotals,
        boolean failOnUnknownMark,
        boolean failOnRepeatedMark,
        boolean allBooksByDefault,
        boolean refundsAlso,
        boolean lineDetailInR2,
        HalfMarked halfMarked,
        boolean ledgersUnderLease,
        boolean sentReference) {

    /** What is shown of an invoice of which some lines are marked, when exported ones are hidden. */
    public enum HalfMarked {
        /** The unmarked lines. */
        LINES_HIDDEN,
        /** Nothing. */
        INVOICE_HIDDEN,
        /** Every line. */
        SHOWN
    }

    /** What the worked examples show, and the kinder answer where they show nothing. */
    public static LedgerHabits usual() {
        return new LedgerHabits(
                false, false, false, false, false, false, false, false, false, HalfMarked.LINES_HIDDEN, false, false);
    }

    /** The unkinder answer to every question, save header ids: they stop all marking, so they are switched on by name. */
    public static LedgerHabits unkind() {
        return new LedgerHabits(
                true, false, true, true, true, true, true, true, false, HalfMarked.INVOICE_HIDDEN, true, true);
    }

    public LedgerHabits withHeaderIds() {
        return new LedgerHabits(
                negativeSides,
                true,
                idsSharedByBases,
                exportedLeaveTotals,
                failOnUnknownMark,
                failOnRepeatedMark,
                allBooksByDefault,
                refundsAlso,
                lineDetailInR2,
                halfMarked,
                ledgersUnderLease,
                sentReference);
    }
}
