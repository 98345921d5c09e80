package io.tieout.sandbox.entrata.office;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * One detail line of the general ledger, as the office wrote it.
 *
 * <p>What a reader gets is less: no journal, no lease, no vendor, no reversal link (entrata-api.md section 6,
 * getGlTransactions). {@code journal} and {@code reversal} exist here only so that the sandbox can imitate header ids and
 * negative sides, and so that a checker can judge groups.
 *
 * @param id value of {@code glDetail.@attributes.id}; may repeat where ids are imitated as header ids
 * @param journal the office's own number of the entry the line belongs to; never shown
 * @param accountId GL account id, the same in every tree
 * @param transactionType type name, for example {@code AR Charge}
 * @param transactionDate day the system recorded the line
 * @param postDate accounting date; may lie outside the post month
 * @param postMonth accounting period
 * @param debitMinor debit column in cents
 * @param creditMinor credit column in cents
 * @param reversal whether the line takes back an earlier one
 * @param reference free text such as {@code Charge - #20110001}
 * @param memo free text
 * @param lastUpdated day of the last change, for {@code lastUpdatedOn*}
 */
public record GlLine(
        long id,
        long journal,
        long accountId,
        String transactionType,
        LocalDate transactionDate,
        LocalDate postDate,
        YearMonth postMonth,
        long debitMinor,
        long creditMinor,
        boolean reversal,
        String reference,
        String memo,
        LocalDate lastUpdated) {

    /** Debit minus credit in cents. */
    public long signedMinor() {
        return debitMinor - creditMinor;
    }

    /** The same line with another signed amount, kept in the column it was written in; zero stays in the debit column. */
    public GlLine withSigned(long signedMinor, LocalDate on) {
        var inDebit = creditMinor == 0;
        return new GlLine(
                id,
                journal,
                accountId,
                transactionType,
                transactionDate,
                postDate,
                postMonth,
                inDebit ? signedMinor : 0,
                inDebit ? 0 : -signedMinor,
                reversal,
                reference,
                memo,
                on);
    }

    /** The same line under another id, and with its columns as given. */
    public GlLine with(long newId, long newDebitMinor, long newCreditMinor) {
        return new GlLine(
                newId,
                journal,
                accountId,
                transactionType,
                transactionDate,
                postDate,
                postMonth,
                newDebitMinor,
                newCreditMinor,
                reversal,
                reference,
                memo,
                lastUpdated);
    }
}
