package io.tieout.edge.cli;

import io.tieout.flow.Apply;
import io.tieout.flow.Companies;
import io.tieout.flow.EachCompany;
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
        var companies = new Companies(bench.tools().mappings()).selected(selectors.selection());
        return SyncCommand.shown(
                bench,
                EachCompany.of(companies, c -> new Apply(bench.tools()).writeBack(c, selectors.selection())),
                printer);
    }
}
