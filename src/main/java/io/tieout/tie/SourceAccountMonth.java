package io.tieout.tie;

import io.tieout.fact.AccountTotals;
import io.tieout.fact.GlAccountId;
import io.tieout.fact.GlScope;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One source account of one reading: its control totals and the sums over its lines.
 *
 * @param lineDebits sum of the debits as written
 * @param lineCredits sum of the credits as written
 * @param previousClosing closing of the month before, where it was read
 * @param sides sums of the lines by their sign, as postings have it; present where the lines are known. They differ from
 *     the sums as written where the source writes a negative debit for a credit
 */
public record SourceAccountMonth(
        GlScope scope,
        GlAccountId account,
        String number,
        String name,
        AccountTotals totals,
        long lineDebits,
        long lineCredits,
        OptionalLong previousClosing,
        Optional<Sides> sides) {

    /** Debits and credits, neither negative. */
    public record Sides(long debits, long credits) {

        public static final Sides NONE = new Sides(0, 0);

        /** With one more line on the side of its sign. */
        public Sides plus(long signedMinor) {
            return new Sides(
                    Math.addExact(debits, Math.max(0, signedMinor)),
                    Math.subtractExact(credits, Math.min(0, signedMinor)));
        }
    }

    public String label() {
        return number + " " + name;
    }

    public long lineNet() {
        return Math.subtractExact(lineDebits, lineCredits);
    }
}
