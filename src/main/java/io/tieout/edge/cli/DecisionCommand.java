package io.tieout.edge.cli;

import io.tieout.finding.Count;
import io.tieout.flow.Companies;
import io.tieout.flow.Decide;
import io.tieout.plan.Decision;
import io.tieout.wiring.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code release} and {@code exclude} share. */
abstract class DecisionCommand extends Command {

    @Parameters(
            arity = "1..*",
            paramLabel = "WHAT",
            description = "Source ids of lines, document numbers, hold groups, or gl: with an account number.")
    List<String> what = new ArrayList<>();

    @Mixin
    Selectors selectors = new Selectors();

    @Option(names = "--reason", required = true, description = "Why; kept in the ledger for ever.")
    String reason = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides (default: the operating system's user).")
    String by = System.getProperty("user.name");

    abstract Decision.Kind kind();

    @Override
    int run(Workbench bench, Printer printer) {
        var companies = new Companies(bench.tools().mappings()).selected(selectors.selection());
        if (companies.size() != 1) {
            throw new io.tieout.finding.Stopped(io.tieout.finding.Finding.of(
                    io.tieout.flow.FlowCode.UNKNOWN_SELECTOR,
                    kind().name().toLowerCase(Locale.ROOT),
                    "one company",
                    String.join(", ", companies),
                    "Name one with --company: a decision is made for one company's books."));
        }
        var decisions = new Decide(bench.tools()).run(companies.get(0), what, kind(), reason, by);
        if (printer.json()) {
            printer.object(Json.object(
                    "company",
                    companies.get(0),
                    "decided",
                    decisions.stream().map(d -> d.key().canonical()).toList(),
                    "kind",
                    kind().name().toLowerCase(Locale.ROOT),
                    "reason",
                    reason,
                    "by",
                    by));
        } else {
            printer.console()
                    .line(Count.of(decisions.size(), "line") + ": "
                            + kind().name().toLowerCase(Locale.ROOT) + ", by " + by
                            + ". See the effect with `tieout plan --company " + companies.get(0) + "`.");
        }
        return ExitCodes.CLEAN;
    }
}
