package io.tieout.sandbox.entrata.portfolio;

import static io.tieout.sandbox.entrata.portfolio.Scribe.credit;
import static io.tieout.sandbox.entrata.portfolio.Scribe.debit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/** Receipts lie in undeposited funds until the next banking day, when one deposit takes them to the bank. */
final class Receipts {

    /** Banking days of a month; receipts after the last one are deposited in the next month. */
    private static final int[] BANKING_DAYS = {3, 6, 10, 16, 22, 28};

    private final Scribe scribe;
    private final Map<Long, TreeMap<LocalDate, Long>> waiting = new TreeMap<>();
    private long nextDeposit = 1;

    Receipts(Scribe scribe) {
        this.scribe = scribe;
    }

    void add(long property, LocalDate date, long minor) {
        waiting.computeIfAbsent(property, p -> new TreeMap<>()).merge(date, minor, Long::sum);
    }

    void deposit(long property, YearMonth month) {
        var receipts = waiting.getOrDefault(property, new TreeMap<>());
        for (int day : BANKING_DAYS) {
            var date = month.atDay(day);
            var due = receipts.headMap(date, true);
            var sum = due.values().stream().mapToLong(Long::longValue).sum();
            due.clear();
            if (sum > 0) {
                scribe.both(
                        Scribe.Entry.of(
                                property, "AR Deposit", date, "Deposit - #" + nextDeposit++, "Operating - 4417"),
                        debit(Chart.BANK, sum),
                        credit(Chart.UNDEPOSITED, sum));
            }
        }
    }
}
