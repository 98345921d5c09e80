package io.tieout.sandbox.entrata.office;

/**
 * Debits and credits of an account, kept apart as Entrata's totals show them.
 *
 * @param debitMinor sum of the debit column in cents; may be negative where lines were written with negative sides
 * @param creditMinor sum of the credit column in cents, positive for credits
 */
public record GrossBalance(long debitMinor, long creditMinor) {

    public static final GrossBalance ZERO = new GrossBalance(0, 0);

    /** Opening side by its sign: a positive balance stands in the debit column, a negative one in the credit column. */
    public static GrossBalance ofSigned(long signedMinor) {
        return signedMinor >= 0 ? new GrossBalance(signedMinor, 0) : new GrossBalance(0, -signedMinor);
    }

    public long netMinor() {
        return debitMinor - creditMinor;
    }

    public GrossBalance plus(GrossBalance other) {
        return new GrossBalance(debitMinor + other.debitMinor, creditMinor + other.creditMinor);
    }

    public GrossBalance plus(GlLine line) {
        return new GrossBalance(debitMinor + line.debitMinor(), creditMinor + line.creditMinor());
    }

    public boolean isZero() {
        return debitMinor == 0 && creditMinor == 0;
    }
}
