package io.tieout.edge.cli;

import io.tieout.flow.port.PlanSheet;
import io.tieout.money.CurrencyCode;
import java.util.Map;

/** A plan as JSON. */
final class PlanJson {

    private PlanJson() {}

    static Map<String, Object> of(PlanSheet plan) {
        var currency = new CurrencyCode(plan.currency());
        return Json.object(
                "plan",
                plan.planId(),
                "company",
                plan.company(),
                "company_id",
                plan.companyId(),
                "company_name",
                plan.companyName(),
                "made_at",
                plan.madeAt(),
                "mapping",
                plan.mapping(),
                "published",
                plan.published(),
                "content_hash",
                plan.contentHash(),
                "inputs_hash",
                plan.inputsHash(),
                "currency",
                plan.currency(),
                "total",
                PlanView.amount(plan.totalMinor(), currency),
                "reconciliation",
                ReconciliationView.json(plan.reconciliations(), currency),
                "documents",
                plan.documents().stream().map(d -> document(d, currency)).toList(),
                "held",
                plan.held().stream().map(h -> held(h, currency)).toList(),
                "held_total",
                PlanView.amount(plan.heldMinor(), currency),
                "excluded",
                plan.excluded().stream().map(e -> excluded(e, currency)).toList(),
                "opening_differences",
                plan.openingDifferences().stream()
                        .map(o -> Json.object(
                                "account_id",
                                o.accountId(),
                                "account",
                                o.account(),
                                "difference",
                                PlanView.amount(o.signedMinor(), currency)))
                        .toList(),
                "findings",
                plan.findings().stream().map(PlanJson::finding).toList());
    }

    static Map<String, Object> document(PlanSheet.Document document, CurrencyCode currency) {
        return Json.object(
                "document_number",
                document.number(),
                "business_key",
                document.businessKey(),
                "date",
                document.date(),
                "property",
                document.property(),
                "post_month",
                document.month(),
                "basis",
                document.basis(),
                "purpose",
                document.purpose(),
                "total",
                PlanView.amount(document.totalMinor(), currency),
                "content_hash",
                document.contentHash(),
                "lines",
                document.lines().stream().map(l -> line(l, currency)).toList(),
                "facts",
                document.facts().stream()
                        .map(f -> Json.object(
                                "fact",
                                f.fact(),
                                "version",
                                f.version(),
                                "amount",
                                PlanView.amount(f.signedMinor(), currency),
                                "rule",
                                f.rule()))
                        .toList());
    }

    private static Map<String, Object> line(PlanSheet.Line line, CurrencyCode currency) {
        return Json.object(
                "account",
                line.accountNumber(),
                "account_id",
                line.accountId(),
                "account_name",
                line.accountName(),
                "side",
                line.signedMinor() > 0 ? "debit" : "credit",
                "amount",
                PlanView.amount(Math.abs(line.signedMinor()), currency),
                "class",
                line.trackingClass(),
                "location",
                line.location(),
                "memo",
                line.memo());
    }

    static Map<String, Object> held(PlanSheet.Held held, CurrencyCode currency) {
        return Json.object(
                "fact",
                held.fact(),
                "source_id",
                held.sourceId(),
                "property",
                held.property(),
                "post_month",
                held.month(),
                "basis",
                held.basis(),
                "account_number",
                held.accountNumber(),
                "reference",
                held.reference(),
                "amount",
                PlanView.amount(held.signedMinor(), currency),
                "reason",
                held.reason(),
                "cause",
                held.cause(),
                "code",
                held.code(),
                "why",
                held.why(),
                "next",
                held.next(),
                "group",
                held.group());
    }

    static Map<String, Object> excluded(PlanSheet.Excluded excluded, CurrencyCode currency) {
        return Json.object(
                "fact",
                excluded.fact(),
                "source_id",
                excluded.sourceId(),
                "account_number",
                excluded.accountNumber(),
                "amount",
                PlanView.amount(excluded.signedMinor(), currency),
                "reason",
                excluded.reason(),
                "by",
                excluded.by());
    }

    private static Map<String, Object> finding(PlanSheet.Said finding) {
        var object = Json.object(
                "code",
                finding.code(),
                "severity",
                finding.severity(),
                "title",
                finding.title(),
                "place",
                finding.place(),
                "expected",
                finding.expected(),
                "found",
                finding.found(),
                "next",
                finding.next());
        if (!finding.difference().isEmpty()) {
            object.put("difference", finding.difference());
        }
        return object;
    }
}
