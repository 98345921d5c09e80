package io.tieout.edge.cli;

import io.tieout.fact.GlLine;
import io.tieout.flow.Explain;
import io.tieout.flow.Explanation;
import io.tieout.flow.PlanSheets;
import io.tieout.money.CurrencyCode;
import io.tieout.plan.FactReference;
import io.tieout.wiring.Workbench;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tieout explain}. */
@picocli.CommandLine.Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Show the tree behind a posted document: entry lines, source lines, rule, mapping version, attempts, export"
                    + " marks, and what the target holds now."
        },
        footer = {
            "",
            "Examples:",
            "  tieout explain TO4K7Q2M9XD3H8W5ZR1B           by our document number (QuickBooks: journal no.)",
            "  tieout explain 187 --offline                  by QuickBooks' id, without asking QuickBooks"
        })
final class ExplainCommand extends Command {

    @Parameters(paramLabel = "NUMBER", description = "Document number, or the target's id of the entry.")
    String number = "";

    @Mixin
    Selectors selectors = new Selectors();

    @Option(names = "--offline", description = "Do not read the entry in the target.")
    boolean offline;

    @Override
    int run(Workbench bench, Printer printer) {
        var explanation = new Explain(bench.tools()).run(selectors.selection(), number, !offline);
        if (printer.json()) {
            printer.object(json(explanation));
        } else {
            print(explanation, printer.console());
        }
        return ExitCodes.CLEAN;
    }

    private static void print(Explanation explanation, Console console) {
        var posting = explanation.posting();
        var document = explanation.document();
        var currency = document.entry().currency();
        console.line(posting.marker() + "  " + posting.state() + "  "
                + document.entry().date() + "  "
                + Console.money(document.entry().total().amountMinor(), currency) + " " + currency);
        console.line("  business key   " + document.key());
        console.line("  company        " + posting.company()
                + posting.targetId().map(id -> ", entry id " + id).orElse(""));
        console.line("  mapping        " + posting.mappingHash().substring(0, 12) + ", plan " + posting.planId());
        explanation
                .attempts()
                .forEach(a -> console.line("  sent           " + a.attempt().at() + " under key "
                        + a.attempt().requestKey() + ": " + a.outcomes().getOrDefault(posting.postingId(), null)));
        explanation.inTarget().ifPresent(words -> words.forEach(w -> console.line("  in the target  " + w)));
        var facts = document.facts().stream()
                .collect(Collectors.toMap(FactReference::key, Function.identity(), (a, b) -> a));
        for (var line : document.entry().lines()) {
            console.line("");
            console.line("  " + line.side() + " " + Console.money(line.amountMinor(), currency) + "  "
                    + line.account().label()
                    + line.trackingClass().map(c -> "  [" + c.name() + "]").orElse("")
                    + line.location().map(c -> "  (" + c.name() + ")").orElse(""));
            for (var key : line.facts()) {
                var fact = Optional.ofNullable(facts.get(key));
                var source = Optional.ofNullable(explanation.lines().get(key.canonical()));
                console.line("    from " + source.map(ExplainCommand::words).orElse(key.canonical())
                        + fact.map(f -> ", version " + f.version() + ", rule: " + f.rule())
                                .orElse("")
                        + mark(explanation, key.sourceId()));
            }
        }
    }

    private static String words(GlLine line) {
        return "GL " + line.accountNumber() + " line " + line.key().sourceId() + " " + line.transactionType() + " "
                + line.postDate() + " " + Console.money(line.signedMinor(), line.currency()) + " '" + line.reference()
                + "' '" + line.memo() + "'";
    }

    private static String mark(Explanation explanation, String sourceId) {
        return Optional.ofNullable(explanation.marks().get(sourceId))
                .map(m -> ", mark: " + m.toLowerCase(java.util.Locale.ROOT))
                .orElse("");
    }

    private static Map<String, Object> json(Explanation explanation) {
        var posting = explanation.posting();
        CurrencyCode currency = explanation.document().entry().currency();
        return Json.object(
                "document",
                PlanJson.document(PlanSheets.document(explanation.document()), currency),
                "state",
                posting.state().name(),
                "company_id",
                posting.company().value(),
                "target_id",
                posting.targetId().orElse(""),
                "plan",
                posting.planId(),
                "mapping",
                posting.mappingHash(),
                "attempts",
                explanation.attempts().stream()
                        .map(a -> Json.object(
                                "at",
                                a.attempt().at().toString(),
                                "request_key",
                                a.attempt().requestKey(),
                                "outcome",
                                String.valueOf(a.outcomes().get(posting.postingId()))))
                        .toList(),
                "in_target",
                explanation.inTarget().orElse(List.of()),
                "source_lines",
                explanation.lines().values().stream()
                        .map(l -> Json.object(
                                "fact",
                                l.key().canonical(),
                                "account_number",
                                l.accountNumber(),
                                "transaction_type",
                                l.transactionType(),
                                "post_date",
                                l.postDate().toString(),
                                "post_month",
                                l.postMonth().toString(),
                                "amount",
                                PlanView.amount(l.signedMinor(), currency),
                                "reference",
                                l.reference(),
                                "memo",
                                l.memo(),
                                "mark",
                                explanation.marks().getOrDefault(l.key().sourceId(), "")))
                        .toList());
    }
}
