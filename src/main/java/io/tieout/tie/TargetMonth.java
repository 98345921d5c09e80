package io.tieout.tie;

import io.tieout.fact.PostMonth;
import io.tieout.posting.TargetDocument;
import java.util.List;
import java.util.Map;

/**
 * One month of the target, as read.
 *
 * @param entries journal entries dated in the month
 * @param balancesBefore trial balance at the end of the month before, by account id; income and expense zero when the
 *     month begins the fiscal year
 * @param balancesAfter trial balance at the end of the month
 * @param others lines of transactions that are no journal entries, on mapped accounts
 */
public record TargetMonth(
        PostMonth month,
        List<TargetDocument> entries,
        Map<String, Long> balancesBefore,
        Map<String, Long> balancesAfter,
        List<OtherLine> others) {

    public TargetMonth {
        entries = List.copyOf(entries);
        balancesBefore = Map.copyOf(balancesBefore);
        balancesAfter = Map.copyOf(balancesAfter);
        others = List.copyOf(others);
    }

    /** A line of a bill, deposit or other transaction of the target that moved a mapped account. */
    public record OtherLine(String accountId, String words, long signedMinor) {}
}
