package io.tieout.posting;

import io.tieout.money.Side;
import io.tieout.plan.PlannedDocument;
import io.tieout.plan.TargetDimension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares what the target stored with what was planned, field by field, on everything that matters for the books:
 * number, date, and for each line account, side, amount, class and location.
 *
 * <p>Left out on purpose: memos (the target may trim them), the order of lines, and the target's own tokens and times.
 */
public final class EchoComparison {

    private EchoComparison() {}

    /** What differs, in words a person can act on; empty when the stored document equals the plan. */
    public static List<String> differences(PlannedDocument planned, TargetDocument stored) {
        var differences = new ArrayList<String>();
        if (!planned.marker().value().equals(stored.documentNumber())) {
            differences.add(
                    "document number: planned " + planned.marker() + ", stored " + quoted(stored.documentNumber()));
        }
        if (!planned.entry().date().equals(stored.date())) {
            differences.add("date: planned " + planned.entry().date() + ", stored " + stored.date());
        }
        var planLines = count(planned.entry().lines().stream()
                .map(l -> line(
                        l.account().id(),
                        l.side(),
                        l.amountMinor(),
                        l.trackingClass().map(TargetDimension::id),
                        l.location().map(TargetDimension::id)))
                .toList());
        var storedLines = count(stored.lines().stream()
                .map(l -> line(l.accountId(), l.side(), l.amountMinor(), l.classId(), l.locationId()))
                .toList());
        var all = new TreeSet<>(planLines.keySet());
        all.addAll(storedLines.keySet());
        for (var line : all) {
            int there = storedLines.getOrDefault(line, 0);
            int wanted = planLines.getOrDefault(line, 0);
            if (there != wanted) {
                differences.add(line + ": planned " + wanted + " times, stored " + there + " times");
            }
        }
        return differences;
    }

    private static Map<String, Integer> count(List<String> lines) {
        var counts = new HashMap<String, Integer>();
        lines.forEach(l -> counts.merge(l, 1, Integer::sum));
        return counts;
    }

    private static String line(
            String account, Side side, long amountMinor, Optional<String> classId, Optional<String> locationId) {
        return "account " + account + " " + side + " " + amountMinor + " minor units"
                + classId.map(c -> ", class " + c).orElse("")
                + locationId.map(l -> ", location " + l).orElse("");
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "none" : text;
    }
}
