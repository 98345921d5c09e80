package io.tieout.edge.cli;

import io.tieout.finding.Count;
import io.tieout.flow.port.PlanSheet;
import io.tieout.money.CurrencyCode;
import io.tieout.money.Money;
import java.util.List;
import java.util.stream.Stream;

/** A plan as tables: the same whether it was just made or is shown again. */
final class PlanView {

    private PlanView() {}

    static void print(PlanSheet plan, boolean lines, Console console) {
        var currency = new CurrencyCode(plan.currency());
        console.heading("Plan " + plan.planId() + " for " + plan.company() + " (" + plan.companyName() + ")");
        console.line("mapping " + plan.mappingLabel() + ", content "
                + plan.contentHash().substring(0, 12)
                + (plan.workingFileDiffers() ? "; the working file differs from the published mapping" : ""));
        console.line(Count.of(plan.documents().size(), "document") + ", " + Console.money(plan.totalMinor(), currency)
                + " " + currency + "; " + Count.of(plan.held().size(), "line") + " held, "
                + Console.money(plan.heldMinor(), currency) + "; "
                + plan.excluded().size() + " excluded");
        ReconciliationView.print(plan.reconciliations(), currency, console);
        if (!plan.documents().isEmpty()) {
            console.blank();
            console.table(
                    List.of("document", "date", "property", "month", "gathered by", ">lines", ">debits = credits"),
                    plan.documents().stream().map(d -> row(d, currency)).toList());
        }
        if (lines) {
            plan.documents().forEach(d -> printLines(d, currency, console));
        }
        HeldView.print(plan, console);
        printExcluded(plan.excluded(), currency, console);
        printOpenings(plan, currency, console);
        unsaid(plan).forEach(f -> printFinding(f, console));
    }

    /** Findings but those whose cause and next step the held lines have told already. */
    private static Stream<PlanSheet.Said> unsaid(PlanSheet plan) {
        return plan.findings().stream().filter(f -> !HeldView.tells(plan, f.next()));
    }

    private static void printFinding(PlanSheet.Said finding, Console console) {
        console.blank();
        console.line(finding.place() + "  " + finding.code() + " " + finding.title());
        console.line("  expected: " + finding.expected());
        console.line("  found:    " + finding.found());
        if (!finding.difference().isEmpty()) {
            console.line("  difference: " + finding.difference());
        }
        console.line("  next:     " + finding.next());
    }

    private static void printExcluded(List<PlanSheet.Excluded> excluded, CurrencyCode currency, Console console) {
        var money = excluded.stream().filter(e -> e.signedMinor() != 0).toList();
        if (money.isEmpty()) {
            return;
        }
        console.heading("Excluded");
        console.table(
                List.of("property", "month", "GL account", "source id", "reference", ">amount", "by", "reason"),
                money.stream()
                        .map(e -> List.of(
                                e.property(),
                                e.month(),
                                e.accountNumber(),
                                e.sourceId(),
                                e.reference(),
                                Console.money(e.signedMinor(), currency),
                                e.by(),
                                e.reason()))
                        .toList());
    }

    private static void printOpenings(PlanSheet plan, CurrencyCode currency, Console console) {
        if (plan.openingDifferences().isEmpty()) {
            return;
        }
        console.heading("Opening differences: applying this plan accepts them, once");
        console.table(
                List.of("account", ">target less source"),
                plan.openingDifferences().stream()
                        .map(o -> List.of(o.account(), Console.money(o.signedMinor(), currency)))
                        .toList());
    }

    private static List<String> row(PlanSheet.Document document, CurrencyCode currency) {
        return List.of(
                document.number(),
                document.date(),
                document.property(),
                document.month(),
                document.purpose() + " " + document.group(),
                Integer.toString(document.lines().size()),
                Console.money(document.totalMinor(), currency));
    }

    private static void printLines(PlanSheet.Document document, CurrencyCode currency, Console console) {
        console.blank();
        console.line(document.number() + "  " + document.date());
        console.table(
                List.of("  account", "class", "location", ">debit", ">credit", "memo"),
                document.lines().stream()
                        .map(l -> List.of(
                                "  " + label(l),
                                l.trackingClass(),
                                l.location(),
                                Console.debit(l.signedMinor(), currency),
                                Console.credit(l.signedMinor(), currency),
                                l.memo()))
                        .toList());
    }

    private static String label(PlanSheet.Line line) {
        return line.accountNumber().isEmpty() ? line.accountName() : line.accountNumber() + " " + line.accountName();
    }

    /** As JSON and CSV have amounts: no thousands' mark. */
    static String amount(long amountMinor, CurrencyCode currency) {
        return Money.of(amountMinor, currency).toString();
    }
}
