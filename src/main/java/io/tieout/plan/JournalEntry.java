package io.tieout.plan;

import io.tieout.finding.Count;
import io.tieout.money.CurrencyCode;
import io.tieout.money.Money;
import java.time.LocalDate;
import java.util.List;

/** A balanced set of entry lines with one date. An unbalanced one cannot be made. */
public record JournalEntry(LocalDate date, CurrencyCode currency, String memo, List<EntryLine> lines) {

    public JournalEntry {
        lines = List.copyOf(lines);
        var sum = 0L;
        for (var line : lines) {
            sum = Math.addExact(sum, line.signedMinor());
        }
        if (lines.size() < 2 || sum != 0) {
            throw new IllegalArgumentException("a journal entry needs two lines or more and must balance: "
                    + Count.of(lines.size(), "line") + ", " + sum);
        }
    }

    /** Sum of the debits, which is the sum of the credits. */
    public Money total() {
        var debits = 0L;
        for (var line : lines) {
            debits = Math.addExact(debits, Math.max(0, line.signedMinor()));
        }
        return Money.of(debits, currency);
    }
}
