package io.tieout.edge.cli;

import io.tieout.finding.Count;
import io.tieout.money.CurrencyCode;
import io.tieout.plan.Reconciliation;
import io.tieout.plan.Reconciliation.Part;
import io.tieout.plan.Reconciliation.Sum;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One line for each basis: source = posted + held + excluded, and what else there is, with the difference. */
final class ReconciliationView {

    private ReconciliationView() {}

    static void print(List<Reconciliation> all, CurrencyCode currency, Console console) {
        all.forEach(r -> console.line(line(r, currency)));
    }

    static String line(Reconciliation reconciliation, CurrencyCode currency) {
        var parts = Stream.of(Part.values())
                .filter(p -> p.isAlwaysShown() || !reconciliation.part(p).isNil())
                .map(p -> p.words() + " " + words(reconciliation.part(p), currency))
                .collect(Collectors.joining(" + "));
        return reconciliation.basis().code() + ", in " + currency + ": source "
                + words(reconciliation.source(), currency)
                + (reconciliation.openings() == 0
                        ? ""
                        : " (" + Count.of(reconciliation.openings(), "opening balance") + " among them)")
                + " = " + parts + "; "
                + difference(reconciliation, currency);
    }

    private static String difference(Reconciliation reconciliation, CurrencyCode currency) {
        return reconciliation.isWhole()
                ? "difference " + Console.money(0, currency)
                : "DIFFERENCE " + words(reconciliation.difference(), currency)
                        + ", named by `tieout tie-out` line by line";
    }

    /** Debits stand for both sides as long as they are equal. */
    private static String words(Sum sum, CurrencyCode currency) {
        return Count.of(sum.lines(), "line") + " "
                + Console.money(sum.debitMinor(), currency)
                + (sum.debitMinor() == sum.creditMinor()
                        ? ""
                        : " debit and " + Console.money(sum.creditMinor(), currency) + " credit");
    }

    static List<Map<String, Object>> json(List<Reconciliation> all, CurrencyCode currency) {
        return all.stream().map(r -> json(r, currency)).toList();
    }

    private static Map<String, Object> json(Reconciliation reconciliation, CurrencyCode currency) {
        var object = Json.object(
                "basis",
                reconciliation.basis().code(),
                "source",
                json(reconciliation.source(), currency),
                "opening_balances",
                reconciliation.openings());
        for (var part : Part.values()) {
            object.put(part.words().replace(' ', '_'), json(reconciliation.part(part), currency));
        }
        object.put("difference", json(reconciliation.difference(), currency));
        object.put("whole", reconciliation.isWhole());
        return object;
    }

    private static Map<String, Object> json(Sum sum, CurrencyCode currency) {
        return Json.object(
                "lines",
                sum.lines(),
                "debits",
                PlanView.amount(sum.debitMinor(), currency),
                "credits",
                PlanView.amount(sum.creditMinor(), currency));
    }
}
