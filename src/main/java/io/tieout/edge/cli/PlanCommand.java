package io.tieout.edge.cli;

import io.tieout.flow.DryRun;
import io.tieout.flow.PlanReport;
import io.tieout.wiring.Workbench;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tieout plan}. */
@picocli.CommandLine.Command(
        name = "plan",
        aliases = "dry-run",
        mixinStandardHelpOptions = true,
        description = {
            "Show what would be posted, held and excluded. Writes nothing outside; the plan is kept and can be applied as"
                    + " it stands."
        },
        footer = {
            "",
            "Examples:",
            "  tieout plan --company oak --month 2026-10",
            "  tieout plan --draft --lines                  with the working mapping, entry lines shown",
            "  tieout plan --json > plan.json"
        })
final class PlanCommand extends Command {

    @Mixin
    Selectors selectors = new Selectors();

    @Option(names = "--draft", description = "Use the working mapping file even when a version is published.")
    boolean draft;

    @Option(names = "--lines", description = "Show every entry line.")
    boolean lines;

    @Override
    int run(Workbench bench, Printer printer) {
        var outcome = new DryRun(bench.tools()).run(selectors.selection(), draft);
        var reports = outcome.orStopped();
        if (printer.json()) {
            printer.object(Json.object(
                    "plans", reports.stream().map(PlanView::json).toList(), "stopped", StopView.json(outcome.stops())));
        } else {
            reports.forEach(r -> PlanView.print(r, lines, printer.console()));
            StopView.print(outcome.stops(), printer.console());
        }
        return StopView.exitCode(exitCode(reports), outcome.stops());
    }

    static int exitCode(List<PlanReport> reports) {
        return reports.stream()
                        .allMatch(r -> r.plan().held().isEmpty()
                                && r.plan().findings().stream().noneMatch(f -> f.isError()))
                ? ExitCodes.CLEAN
                : ExitCodes.HELD;
    }
}
