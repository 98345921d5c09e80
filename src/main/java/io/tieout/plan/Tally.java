package io.tieout.plan;

import io.tieout.fact.GlLine;
import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.money.CurrencyCode;
import io.tieout.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts lines and money by cause and place, so that a thousand lines of one code make one finding. */
final class Tally {

    private final CurrencyCode currency;
    private final Map<Key, Sums> sums = new HashMap<>();
    private final List<Finding> others = new ArrayList<>();

    private record Key(String place, Cause cause) {}

    private static final class Sums {
        private int lines;
        private long debits;
        private long credits;
    }

    Tally(CurrencyCode currency) {
        this.currency = currency;
    }

    void count(Cause cause, String place, GlLine line) {
        var sum = sums.computeIfAbsent(new Key(place, cause), k -> new Sums());
        var signed = line.signedMinor();
        sum.lines++;
        sum.debits = Math.addExact(sum.debits, Math.max(0, signed));
        sum.credits = Math.subtractExact(sum.credits, Math.min(0, signed));
    }

    void add(Finding finding) {
        others.add(finding);
    }

    void addAll(Tally other) {
        other.sums.forEach((key, sum) -> {
            var own = sums.computeIfAbsent(key, k -> new Sums());
            own.lines += sum.lines;
            own.debits = Math.addExact(own.debits, sum.debits);
            own.credits = Math.addExact(own.credits, sum.credits);
        });
        others.addAll(other.others);
    }

    /** All findings, in the same order whatever the order of counting. */
    List<Finding> findings() {
        return Stream.concat(sums.entrySet().stream().map(e -> finding(e.getKey(), e.getValue())), others.stream())
                .sorted(Comparator.comparing((Finding f) -> f.code().id())
                        .thenComparing(Finding::place)
                        .thenComparing(Finding::found)
                        .thenComparing(Finding::next))
                .toList();
    }

    private Finding finding(Key key, Sums sum) {
        var cause = key.cause();
        var found = cause.subject() + ": " + Count.of(sum.lines, "line") + ", debits " + Money.of(sum.debits, currency)
                + ", credits " + Money.of(sum.credits, currency) + " " + currency;
        return Finding.of(cause.code(), key.place(), cause.expected(), found, cause.next());
    }
}
