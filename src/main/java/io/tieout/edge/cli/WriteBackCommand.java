package io.tieout.edge.cli;

import io.tieout.flow.Apply;
import io.tieout.flow.Companies;
import io.tieout.wiring.Workbench;
import picocli.CommandLine.Mixin;

/** {@code tieout write-back}. */
@picocli.CommandLine.Command(
        name = "write-back",
        mixinStandardHelpOptions = true,
        description = {
            "Mark confirmed lines as exported in Entrata, in small batches, each confirmed by reading back. Posts nothing."
        },
        footer = {"", "Example:", "  tieout write-back --company oak --month 2026-10"})
final class WriteBackCommand extends Command {

    @Mixin
    Selectors selectors = new Selectors();

    @Override
    int run(Workbench bench, Printer printer) {
        var reports = new Companies(bench.tools().mappings())
                .selected(selectors.selection()).stream()
                        .map(c -> new Apply(bench.tools()).writeBack(c, selectors.selection()))
                        .toList();
        SyncCommand.print(bench, reports, printer);
        return ApplyView.exitCode(reports);
    }
}
