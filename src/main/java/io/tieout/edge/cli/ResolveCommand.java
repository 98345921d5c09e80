package io.tieout.edge.cli;

import io.tieout.flow.Apply;
import io.tieout.flow.Companies;
import io.tieout.wiring.Workbench;
import picocli.CommandLine.Mixin;

/** {@code tieout resolve}. */
@picocli.CommandLine.Command(
        name = "resolve",
        mixinStandardHelpOptions = true,
        description = {
            "Settle documents whose outcome is unknown: look twice in the target, in two ways, with a control. Sends"
                    + " stored bytes again only after proven absence."
        },
        footer = {"", "Example:", "  tieout resolve --company oak"})
final class ResolveCommand extends Command {

    @Mixin
    Selectors selectors = new Selectors();

    @Override
    int run(Workbench bench, Printer printer) {
        var reports = new Companies(bench.tools().mappings())
                .selected(selectors.selection()).stream()
                        .map(c -> new Apply(bench.tools()).resolve(c))
                        .toList();
        SyncCommand.print(bench, reports, printer);
        return ApplyView.exitCode(reports);
    }
}
