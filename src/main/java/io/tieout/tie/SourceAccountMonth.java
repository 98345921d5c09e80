package io.tieout.tie;

import io.tieout.fact.AccountTotals;
import io.tieout.fact.GlAccountId;
import io.tieout.fact.GlScope;
import java.util.OptionalLong;

/**
 * One source account of one reading: its control totals and the sums over its lines.
 *
 * @param lineDebits sum of the debits as written
 * @param lineCredits sum of the credits as written
 * @param previousClosing closing of the month before, where it was read
 */
public record SourceAccountMonth(
        GlScope scope,
        GlAccountId account,
        String number,
        String name,
        AccountTotals totals,
        long lineDebits,
        long lineCredits,
        OptionalLong previousClosing) {

    public String label() {
        return number + " " + name;
    }

    public long lineNet() {
        return Math.subtractExact(lineDebits, lineCredits);
    }
}
