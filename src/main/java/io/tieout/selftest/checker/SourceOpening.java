package io.tieout.selftest.checker;

/**
 * Balance of an account before the first day of a post month, from the source's own side.
 *
 * @param basis {@code accrual} or {@code cash}
 * @param postMonth {@code YYYY-MM}
 * @param signedMinor debit positive
 */
public record SourceOpening(
        String org, String property, String basis, String book, String account, String postMonth, long signedMinor) {}
