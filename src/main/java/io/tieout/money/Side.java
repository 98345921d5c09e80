package io.tieout.money;

/** The side of an entry line. Amounts beside a side are never negative. */
public enum Side {
    DEBIT,
    CREDIT;

    public Side opposite() {
        return this == DEBIT ? CREDIT : DEBIT;
    }

    /** {@code 1} for a debit, {@code -1} for a credit: the sign an amount takes inside arithmetic. */
    public int sign() {
        return this == DEBIT ? 1 : -1;
    }

    /** The side on which a signed amount (debit positive) stands; zero counts as a debit. */
    public static Side of(long signedMinor) {
        return signedMinor < 0 ? CREDIT : DEBIT;
    }
}
