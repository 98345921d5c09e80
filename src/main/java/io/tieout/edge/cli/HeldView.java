package io.tieout.edge.cli;

import io.tieout.finding.Count;
import io.tieout.flow.port.PlanSheet;
import io.tieout.flow.port.PlanSheet.Held;
import io.tieout.money.CurrencyCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Held lines by what they wait for: each reason and next step once, and below it the groups that wait together. */
final class HeldView {

    /** Held lines listed one by one before the rest is only counted. */
    private static final int LINES_MAX = 40;

    private HeldView() {}

    /** What is waited for, with every group that waits for it; the largest sum of money comes first. */
    record Wait(List<Reason> reasons, Map<String, List<Held>> groups) {

        List<Held> lines() {
            return groups.values().stream().flatMap(List::stream).toList();
        }

        long debitMinor() {
            return lines().stream().mapToLong(h -> Math.max(0, h.signedMinor())).sum();
        }

        /** {@code 2 lines in 1 group, 100.00}. */
        String size(CurrencyCode currency) {
            return Count.of(lines().size(), "line") + " in " + Count.of(groups.size(), "group") + ", "
                    + Console.money(debitMinor(), currency);
        }

        String words() {
            return reasons.stream().map(Reason::words).collect(Collectors.joining("; "));
        }
    }

    /** @param code where docs/ERRORS.md tells of it */
    record Reason(String code, String reason, String why, String next) {

        static Reason of(Held held) {
            return new Reason(
                    held.code(), held.reason(), held.why().isEmpty() ? held.words() : held.why(), held.next());
        }

        /** {@code P001 unmapped: GL 4190-0000 (Damage Income): no rule names it}. */
        String words() {
            return (code.isEmpty() ? "" : code + " ") + reason + ": " + why;
        }
    }

    static List<Wait> waits(List<Held> held) {
        var groups = held.stream()
                .collect(Collectors.groupingBy(
                        Held::group, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
        var waits = new TreeMap<String, Wait>();
        groups.forEach((group, lines) -> {
            var causes = lines.stream().filter(Held::cause).toList();
            var speaking = causes.isEmpty() ? lines : causes;
            var reasons = speaking.stream().map(Reason::of).distinct().toList();
            var wait = new Wait(reasons, new LinkedHashMap<>());
            waits.computeIfAbsent(wait.words(), w -> wait).groups().put(group, lines);
        });
        return waits.values().stream()
                .sorted(Comparator.comparingLong((Wait w) -> -w.debitMinor()).thenComparing(Wait::words))
                .toList();
    }

    static void print(PlanSheet plan, Console console) {
        if (plan.held().isEmpty()) {
            return;
        }
        var currency = new CurrencyCode(plan.currency());
        console.heading("Held: " + Count.of(plan.held().size(), "line") + ", "
                + Console.money(plan.heldMinor(), currency) + " " + currency);
        var left = LINES_MAX;
        var first = true;
        for (var wait : waits(plan.held())) {
            if (!first) {
                console.blank();
            }
            first = false;
            left -= print(plan, wait, left, console);
        }
        if (left < 0) {
            console.line("and " + Count.of(-left, "held line") + " more; all with `tieout plan --show " + plan.planId()
                    + " --csv`");
        }
    }

    /** @return lines of the section, shown or not */
    private static int print(PlanSheet plan, Wait wait, int left, Console console) {
        var currency = new CurrencyCode(plan.currency());
        for (var reason : wait.reasons()) {
            console.line(reason.words());
            if (!reason.next().isEmpty()) {
                console.line("  next: " + reason.next());
            }
        }
        console.line("  " + wait.size(currency));
        var lines = wait.lines();
        var shown = lines.stream().limit(Math.max(0, left)).toList();
        if (!shown.isEmpty()) {
            console.table(
                    List.of(
                            "  group",
                            "property",
                            "month",
                            "GL account",
                            "source id",
                            "reference",
                            ">debit",
                            ">credit",
                            ""),
                    shown.stream().map(h -> row(plan, h, currency)).toList());
        }
        return lines.size();
    }

    private static List<String> row(PlanSheet plan, Held held, CurrencyCode currency) {
        var name = plan.propertyNames().getOrDefault(held.property(), "");
        return List.of(
                "  " + held.group(),
                held.property() + (name.isEmpty() ? "" : " " + name),
                held.month(),
                held.accountNumber(),
                held.sourceId(),
                held.reference(),
                Console.debit(held.signedMinor(), currency),
                Console.credit(held.signedMinor(), currency),
                held.cause() ? "waits" : "balances with it");
    }

    /** Whether the held lines say this next step already. */
    static boolean tells(PlanSheet plan, String next) {
        return !next.isEmpty() && plan.held().stream().anyMatch(h -> h.next().equals(next));
    }
}
