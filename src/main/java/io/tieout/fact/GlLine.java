package io.tieout.fact;

import io.tieout.money.CurrencyCode;
import io.tieout.money.Money;
import io.tieout.money.Side;
import java.time.LocalDate;

/**
 * One detail line of the source's general ledger, as read.
 *
 * @param accountNumber number of the account in the tree that was read, for example {@code 4010-0000}
 * @param transactionDate when the source recorded the line; never used for accounting
 * @param postDate the accounting date; may lie outside the post month
 * @param debitMinor debit as written, may be negative (a reversal can be a negative debit or a swapped side)
 * @param creditMinor credit as written, may be negative
 */
public record GlLine(
        FactKey key,
        String accountNumber,
        String transactionType,
        PostMonth postMonth,
        LocalDate postDate,
        LocalDate transactionDate,
        long debitMinor,
        long creditMinor,
        CurrencyCode currency,
        String reference,
        String memo) {

    /** Debit minus credit: the one amount that counts, whatever side the source wrote it on. */
    public long signedMinor() {
        return Math.subtractExact(debitMinor, creditMinor);
    }

    public Money signed() {
        return Money.of(signedMinor(), currency);
    }

    public Side side() {
        return Side.of(signedMinor());
    }

    public boolean isZero() {
        return signedMinor() == 0;
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(key.account(), transactionType, postMonth, postDate, signedMinor());
    }

    public GlLine withKey(FactKey other) {
        return new GlLine(
                other,
                accountNumber,
                transactionType,
                postMonth,
                postDate,
                transactionDate,
                debitMinor,
                creditMinor,
                currency,
                reference,
                memo);
    }
}
