package io.tieout.sandbox.entrata.portfolio;

/**
 * How often generated ledgers break the tidy form of the worked portfolio. Each is a rate per thousand entries.
 *
 * @param dayOnly lines of an entry differ in type and reference, so that only a whole day balances
 * @param monthOnly lines of an entry differ in day too, so that only the whole month balances
 * @param repeatedIds all lines of an entry carry one id
 * @param sharedIds a row that both bases have carries one id on both
 * @param negativeSides amounts are written as negatives in the opposite column
 * @param zeroLines an entry has a line of 0.00 besides
 * @param outsideMonth the post date lies outside the post month
 */
public record Irregularities(
        int dayOnly,
        int monthOnly,
        int repeatedIds,
        int sharedIds,
        int negativeSides,
        int zeroLines,
        int outsideMonth) {

    private static final int THOUSAND = 1000;

    public Irregularities {
        for (int rate :
                new int[] {dayOnly, monthOnly, repeatedIds, sharedIds, negativeSides, zeroLines, outsideMonth}) {
            if (rate < 0 || rate > THOUSAND) {
                throw new IllegalArgumentException("A rate per thousand lies between 0 and 1000, not at " + rate);
            }
        }
    }

    /** A tidy ledger. */
    public static Irregularities none() {
        return new Irregularities(0, 0, 0, 0, 0, 0, 0);
    }

    /** Some of everything, as a grown ledger would have it; no repeated ids, because they stop all marking. */
    public static Irregularities usual() {
        return new Irregularities(5, 2, 0, 100, 10, 3, 5);
    }

    /** Much of everything, repeated ids included. */
    public static Irregularities many() {
        return new Irregularities(40, 20, 20, 500, 80, 20, 40);
    }
}
