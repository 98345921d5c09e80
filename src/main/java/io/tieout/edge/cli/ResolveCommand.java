package io.tieout.edge.cli;

import io.tieout.flow.Apply;
import io.tieout.flow.Companies;
import io.tieout.flow.EachCompany;
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
        var companies = new Companies(bench.tools().mappings()).selected(selectors.selection());
        return SyncCommand.shown(bench, EachCompany.of(companies, c -> new Apply(bench.tools()).resolve(c)), printer);
    }
}
