package io.tieout.flow;

import io.tieout.finding.Finding;
import io.tieout.finding.FindingCode;
import io.tieout.flow.port.PlanSheet;
import io.tieout.mapping.Mapping;
import io.tieout.mapping.PropertyMapping;
import io.tieout.plan.EntryLine;
import io.tieout.plan.ExcludedLine;
import io.tieout.plan.FactReference;
import io.tieout.plan.HeldLine;
import io.tieout.plan.PlannedDocument;
import io.tieout.plan.Reconciliation;
import io.tieout.plan.TargetCompany;
import io.tieout.plan.TargetDimension;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes plans down as they are shown. */
public final class PlanSheets {

    private PlanSheets() {}

    /** What a plan was made of, and as what. */
    record Made(String planId, Planning.Made planned, Selection selection, Instant at, boolean workingFileDiffers) {}

    static PlanSheet of(Made made, Map<String, Long> openings, List<Reconciliation> reconciliations) {
        var plan = made.planned().plan();
        var version = made.planned().version();
        var company = made.planned().company();
        return new PlanSheet(
                made.planId(),
                plan.company(),
                plan.companyKey().value(),
                company.name(),
                company.homeCurrency().code(),
                plan.mappingHash(),
                version.label(),
                plan.published(),
                made.workingFileDiffers(),
                plan.contentHash(),
                plan.inputsHash(),
                made.at().toString(),
                made.selection().words(),
                names(version.mapping()),
                view(plan.documents(), PlanSheets::document),
                view(plan.held(), PlanSheets::held),
                view(plan.excluded(), PlanSheets::excluded),
                openings.entrySet().stream()
                        .map(e -> new PlanSheet.OpeningDifference(e.getKey(), label(company, e.getKey()), e.getValue()))
                        .toList(),
                reconciliations,
                view(plan.findings(), PlanSheets::said));
    }

    private static Map<String, String> names(Mapping mapping) {
        var names = new TreeMap<String, String>();
        for (PropertyMapping property : mapping.properties()) {
            if (!property.name().equals(property.id().value())) {
                names.put(property.id().value(), property.name());
            }
        }
        return names;
    }

    private static String label(TargetCompany company, String accountId) {
        return company.accounts().stream()
                .filter(a -> a.id().equals(accountId))
                .map(a -> a.label())
                .findFirst()
                .orElse("account " + accountId);
    }

    /** One document as it is shown, planned or posted. */
    public static PlanSheet.Document document(PlannedDocument document) {
        var key = document.key();
        return new PlanSheet.Document(
                document.marker().value(),
                key.canonical(),
                document.entry().date().toString(),
                key.property().value(),
                key.month().toString(),
                key.basis().code(),
                key.purpose().code(),
                key.group(),
                document.entry().total().amountMinor(),
                document.contentHash(),
                view(document.entry().lines(), PlanSheets::line),
                view(document.facts(), PlanSheets::fact));
    }

    private static PlanSheet.Line line(EntryLine line) {
        return new PlanSheet.Line(
                line.account().id(),
                line.account().number(),
                line.account().name(),
                line.signedMinor(),
                line.trackingClass().map(TargetDimension::name).orElse(""),
                line.location().map(TargetDimension::name).orElse(""),
                line.memo(),
                line.facts().stream().map(k -> k.sourceId()).toList());
    }

    private static PlanSheet.Fact fact(FactReference fact) {
        return new PlanSheet.Fact(fact.key().canonical(), fact.version(), fact.signedMinor(), fact.rule());
    }

    private static PlanSheet.Held held(HeldLine held) {
        var line = held.line();
        return new PlanSheet.Held(
                line.key().canonical(),
                line.key().sourceId(),
                line.key().property().value(),
                line.postMonth().toString(),
                line.key().basis().code(),
                line.postDate().toString(),
                line.accountNumber(),
                line.transactionType(),
                line.reference(),
                line.signedMinor(),
                held.reason().code(),
                held.reason().words(),
                held.isCause(),
                held.code().map(FindingCode::id).orElse(""),
                held.why(),
                held.next(),
                held.group());
    }

    private static PlanSheet.Excluded excluded(ExcludedLine excluded) {
        var line = excluded.line();
        return new PlanSheet.Excluded(
                line.key().canonical(),
                line.key().sourceId(),
                line.key().property().value(),
                line.postMonth().toString(),
                line.key().basis().code(),
                line.postDate().toString(),
                line.accountNumber(),
                line.reference(),
                line.signedMinor(),
                excluded.reason(),
                excluded.by());
    }

    private static PlanSheet.Said said(Finding finding) {
        return new PlanSheet.Said(
                finding.code().id(),
                finding.code().severity().name().toLowerCase(Locale.ROOT),
                finding.code().title(),
                finding.place(),
                finding.expected(),
                finding.found(),
                finding.next(),
                finding.difference().map(Object::toString).orElse(""));
    }

    /** Rows are made when they are read, so that a large plan does not stand in memory twice. */
    private static <T, R> List<R> view(List<T> all, Function<T, R> row) {
        return new AbstractList<>() {
            @Override
            public R get(int index) {
                return row.apply(all.get(index));
            }

            @Override
            public int size() {
                return all.size();
            }
        };
    }
}
