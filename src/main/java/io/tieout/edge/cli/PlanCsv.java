package io.tieout.edge.cli;

import io.tieout.flow.port.PlanSheet;
import io.tieout.money.CurrencyCode;
import java.util.List;

/** A plan as one flat list: a row for each line to be posted, each line held and each line excluded. */
final class PlanCsv {

    private static final List<String> HEADINGS = List.of(
            "plan",
            "company",
            "what",
            "document",
            "date",
            "property",
            "month",
            "basis",
            "account",
            "account name",
            "class",
            "location",
            "debit",
            "credit",
            "text",
            "source ids",
            "because",
            "group");

    private PlanCsv() {}

    static void print(List<PlanSheet> plans, Csv csv) {
        csv.row(HEADINGS);
        plans.forEach(p -> print(p, csv));
    }

    private static void print(PlanSheet plan, Csv csv) {
        var currency = new CurrencyCode(plan.currency());
        plan.documents()
                .forEach(d -> d.lines()
                        .forEach(l -> csv.row(List.of(
                                plan.planId(),
                                plan.company(),
                                "document",
                                d.number(),
                                d.date(),
                                d.property(),
                                d.month(),
                                d.basis(),
                                l.accountNumber(),
                                l.accountName(),
                                l.trackingClass(),
                                l.location(),
                                debit(l.signedMinor(), currency),
                                credit(l.signedMinor(), currency),
                                l.memo(),
                                String.join(" ", l.sourceIds()),
                                "",
                                d.group()))));
        plan.held()
                .forEach(h -> csv.row(List.of(
                        plan.planId(),
                        plan.company(),
                        "held",
                        "",
                        h.date(),
                        h.property(),
                        h.month(),
                        h.basis(),
                        h.accountNumber(),
                        "",
                        "",
                        "",
                        debit(h.signedMinor(), currency),
                        credit(h.signedMinor(), currency),
                        h.reference(),
                        h.sourceId(),
                        h.reason() + ": " + (h.why().isEmpty() ? h.words() : h.why()),
                        h.group())));
        plan.excluded()
                .forEach(e -> csv.row(List.of(
                        plan.planId(),
                        plan.company(),
                        "excluded",
                        "",
                        e.date(),
                        e.property(),
                        e.month(),
                        e.basis(),
                        e.accountNumber(),
                        "",
                        "",
                        "",
                        debit(e.signedMinor(), currency),
                        credit(e.signedMinor(), currency),
                        e.reference(),
                        e.sourceId(),
                        e.reason() + " (" + e.by() + ")",
                        "")));
    }

    private static String debit(long signedMinor, CurrencyCode currency) {
        return signedMinor > 0 ? PlanView.amount(signedMinor, currency) : "";
    }

    private static String credit(long signedMinor, CurrencyCode currency) {
        return signedMinor < 0 ? PlanView.amount(Math.negateExact(signedMinor), currency) : "";
    }
}
