package io.tieout.edge.cli;

import io.tieout.finding.Count;
import io.tieout.flow.PlanReport;
import io.tieout.money.CurrencyCode;
import io.tieout.money.Side;
import io.tieout.plan.EntryLine;
import io.tieout.plan.ExcludedLine;
import io.tieout.plan.HeldLine;
import io.tieout.plan.PlannedDocument;
import io.tieout.plan.TargetDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A plan as a table and as JSON. */
final class PlanView {

    /** Held lines shown one by one before the rest is only counted. */
    private static final int HELD_SHOWN_MAX = 40;

    private PlanView() {}

    static void print(PlanReport report, boolean lines, Console console) {
        var plan = report.plan();
        var currency = report.company().homeCurrency();
        console.heading("Plan " + report.planId() + " for " + plan.company() + " ("
                + report.company().name() + ")");
        console.line("mapping " + report.mappingLabel() + ", content "
                + plan.contentHash().substring(0, 12)
                + (report.workingFileDiffers() ? "; the working file differs from the published mapping" : ""));
        console.line(Count.of(plan.documents().size(), "document") + ", " + Console.money(report.totalMinor(), currency)
                + " "
                + currency + "; " + Count.of(plan.held().size(), "line") + " held, "
                + Console.money(report.heldMinor(), currency) + "; "
                + plan.excluded().size() + " excluded");
        if (!plan.documents().isEmpty()) {
            console.blank();
            console.table(
                    List.of("document", "date", "property", "month", "gathered by", ">lines", ">debits = credits"),
                    plan.documents().stream().map(d -> row(d, currency)).toList());
        }
        if (lines) {
            plan.documents().forEach(d -> printLines(d, currency, console));
        }
        printHeld(plan.held(), currency, console);
        printExcluded(plan.excluded(), currency, console);
        printOpenings(report, console);
        console.findings(plan.findings());
    }

    private static void printExcluded(List<ExcludedLine> excluded, CurrencyCode currency, Console console) {
        var money = excluded.stream().filter(e -> !e.line().isZero()).toList();
        if (money.isEmpty()) {
            return;
        }
        console.heading("Excluded");
        console.table(
                List.of("property", "month", "GL account", "source id", "reference", ">amount", "by", "reason"),
                money.stream()
                        .map(e -> List.of(
                                e.line().key().property().value(),
                                e.line().postMonth().toString(),
                                e.line().accountNumber(),
                                e.line().key().sourceId(),
                                e.line().reference(),
                                Console.money(e.line().signedMinor(), currency),
                                e.by(),
                                e.reason()))
                        .toList());
    }

    private static void printOpenings(PlanReport report, Console console) {
        if (report.openingDifferences().isEmpty()) {
            return;
        }
        console.heading("Opening differences: applying this plan accepts them, once");
        console.table(
                List.of("account", ">target less source"),
                report.openingDifferences().entrySet().stream()
                        .map(e -> List.of(
                                label(report, e.getKey()),
                                Console.money(e.getValue(), report.company().homeCurrency())))
                        .toList());
    }

    private static String label(PlanReport report, String accountId) {
        return report.company().accounts().stream()
                .filter(a -> a.id().equals(accountId))
                .map(a -> a.label())
                .findFirst()
                .orElse("account " + accountId);
    }

    private static List<String> row(PlannedDocument document, CurrencyCode currency) {
        return List.of(
                document.marker().value(),
                document.entry().date().toString(),
                document.key().property().value(),
                document.key().month().toString(),
                document.key().purpose().code() + " " + document.key().group(),
                Integer.toString(document.entry().lines().size()),
                Console.money(document.entry().total().amountMinor(), currency));
    }

    static void printLines(PlannedDocument document, CurrencyCode currency, Console console) {
        console.blank();
        console.line(document.marker() + "  " + document.entry().date());
        console.table(
                List.of("  account", "class", "location", ">debit", ">credit", "memo"),
                document.entry().lines().stream()
                        .map(l -> List.of(
                                "  " + l.account().label(),
                                l.trackingClass().map(TargetDimension::name).orElse(""),
                                l.location().map(TargetDimension::name).orElse(""),
                                l.side() == Side.DEBIT ? Console.money(l.amountMinor(), currency) : "",
                                l.side() == Side.CREDIT ? Console.money(l.amountMinor(), currency) : "",
                                l.memo()))
                        .toList());
    }

    private static void printHeld(List<HeldLine> held, CurrencyCode currency, Console console) {
        if (held.isEmpty()) {
            return;
        }
        console.heading("Held");
        console.table(
                List.of("property", "month", "GL account", "source id", "reference", ">amount", "because"),
                held.stream()
                        .limit(HELD_SHOWN_MAX)
                        .map(h -> List.of(
                                h.line().key().property().value(),
                                h.line().postMonth().toString(),
                                h.line().accountNumber(),
                                h.line().key().sourceId(),
                                h.line().reference(),
                                Console.money(h.line().signedMinor(), currency),
                                h.reason().words() + (h.detail().isEmpty() ? "" : ": " + h.detail())))
                        .toList());
        if (held.size() > HELD_SHOWN_MAX) {
            console.line("and " + (held.size() - HELD_SHOWN_MAX) + " more; --json shows all");
        }
    }

    static Map<String, Object> json(PlanReport report) {
        var plan = report.plan();
        var currency = report.company().homeCurrency();
        return Json.object(
                "plan",
                report.planId(),
                "company",
                plan.company(),
                "company_id",
                plan.companyKey().value(),
                "mapping",
                plan.mappingHash(),
                "published",
                plan.published(),
                "content_hash",
                plan.contentHash(),
                "inputs_hash",
                plan.inputsHash(),
                "currency",
                currency.code(),
                "total",
                amount(report.totalMinor(), currency),
                "documents",
                plan.documents().stream().map(d -> json(d, currency)).toList(),
                "held",
                plan.held().stream().map(h -> json(h, currency)).toList(),
                "held_total",
                amount(report.heldMinor(), currency),
                "excluded",
                plan.excluded().stream()
                        .map(e -> Json.object(
                                "fact",
                                e.line().key().canonical(),
                                "amount",
                                amount(e.line().signedMinor(), currency),
                                "reason",
                                e.reason(),
                                "by",
                                e.by()))
                        .toList(),
                "opening_differences",
                report.openingDifferences().entrySet().stream()
                        .map(e -> Json.object(
                                "account_id",
                                e.getKey(),
                                "account",
                                label(report, e.getKey()),
                                "difference",
                                amount(e.getValue(), currency)))
                        .toList(),
                "findings",
                Json.findings(plan.findings()));
    }

    static Map<String, Object> json(PlannedDocument document, CurrencyCode currency) {
        var lines = new ArrayList<Object>();
        document.entry().lines().forEach(l -> lines.add(json(l, currency)));
        return Json.object(
                "document_number",
                document.marker().value(),
                "business_key",
                document.key().canonical(),
                "date",
                document.entry().date().toString(),
                "property",
                document.key().property().value(),
                "post_month",
                document.key().month().toString(),
                "basis",
                document.key().basis().code(),
                "purpose",
                document.key().purpose().code(),
                "total",
                amount(document.entry().total().amountMinor(), currency),
                "content_hash",
                document.contentHash(),
                "lines",
                lines,
                "facts",
                document.facts().stream()
                        .map(f -> Json.object(
                                "fact",
                                f.key().canonical(),
                                "version",
                                f.version(),
                                "amount",
                                amount(f.signedMinor(), currency),
                                "rule",
                                f.rule()))
                        .toList());
    }

    private static Map<String, Object> json(EntryLine line, CurrencyCode currency) {
        return Json.object(
                "account",
                line.account().number(),
                "account_id",
                line.account().id(),
                "account_name",
                line.account().name(),
                "side",
                line.side() == Side.DEBIT ? "debit" : "credit",
                "amount",
                amount(line.amountMinor(), currency),
                "class",
                line.trackingClass().map(TargetDimension::name).orElse(""),
                "location",
                line.location().map(TargetDimension::name).orElse(""),
                "memo",
                line.memo());
    }

    private static Map<String, Object> json(HeldLine held, CurrencyCode currency) {
        return Json.object(
                "fact",
                held.line().key().canonical(),
                "source_id",
                held.line().key().sourceId(),
                "property",
                held.line().key().property().value(),
                "post_month",
                held.line().postMonth().toString(),
                "account_number",
                held.line().accountNumber(),
                "reference",
                held.line().reference(),
                "amount",
                amount(held.line().signedMinor(), currency),
                "reason",
                held.reason().code(),
                "detail",
                held.detail(),
                "group",
                held.group());
    }

    static String amount(long amountMinor, CurrencyCode currency) {
        return io.tieout.money.Money.of(amountMinor, currency).toString();
    }
}
