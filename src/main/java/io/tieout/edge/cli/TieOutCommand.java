package io.tieout.edge.cli;

import io.tieout.flow.TieOutCase;
import io.tieout.wiring.Workbench;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tieout tie-out}. */
@picocli.CommandLine.Command(
        name = "tie-out",
        mixinStandardHelpOptions = true,
        description = {
            "Compare what was read, what was posted and what stands in the target: identities T1 to T5. Writes nothing."
        },
        footer = {
            "",
            "Examples:",
            "  tieout tie-out --company oak --month 2026-10",
            "  tieout tie-out --all                          rows that are zero on both sides as well"
        })
final class TieOutCommand extends Command {

    @Mixin
    Selectors selectors = new Selectors();

    @Option(names = "--all", description = "List every row, also those without a difference.")
    boolean all;

    @Override
    int run(Workbench bench, Printer printer) {
        var outcome = new TieOutCase(bench.tools()).run(selectors.selection());
        var tieOuts = outcome.orStopped();
        if (printer.json()) {
            printer.object(Json.object(
                    "companies",
                    tieOuts.stream().map(TieOutView::json).toList(),
                    "stopped",
                    StopView.json(outcome.stops())));
        } else {
            tieOuts.forEach(t -> TieOutView.print(t, all, printer.console()));
            StopView.print(outcome.stops(), printer.console());
        }
        return StopView.exitCode(TieOutView.exitCode(tieOuts), outcome.stops());
    }
}
