package io.tieout.edge.cli;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.FlowCode;
import io.tieout.flow.Publish;
import io.tieout.wiring.Workbench;
import picocli.CommandLine.Option;

/** {@code tieout mapping publish}. */
@picocli.CommandLine.Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Make the working file's present content the version that apply and sync use. Two persons are named and kept"
                    + " in the ledger; published versions never change."
        },
        footer = {
            "",
            "Example:",
            "  tieout mapping publish --company oak --author Ana --approver Ben --reason 'new property'"
        })
final class MappingPublishCommand extends Command {

    @Option(names = "--company", required = true, paramLabel = "NAME", description = "Which mapping.")
    String company = "";

    @Option(names = "--author", required = true, paramLabel = "NAME", description = "Who wrote it.")
    String author = "";

    @Option(
            names = "--approver",
            required = true,
            paramLabel = "NAME",
            description = "Who approves it; another person.")
    String approver = "";

    @Option(names = "--reason", defaultValue = "published from the command line", description = "Why.")
    String reason = "";

    @Override
    int run(Workbench bench, Printer printer) {
        if (!bench.tools().mappings().companies().contains(company)) {
            throw new Stopped(Finding.of(
                    FlowCode.NO_MAPPING,
                    "--company " + company,
                    "one of " + String.join(", ", bench.tools().mappings().companies()),
                    company,
                    "Correct the name."));
        }
        var version = new Publish(bench.tools()).run(company, author, approver, reason);
        if (printer.json()) {
            printer.object(
                    Json.object("company", company, "version", version.hash(), "author", author, "approver", approver));
        } else {
            printer.console()
                    .line("Published " + company + " " + version.label() + ", by " + author + ", approved by "
                            + approver + ".");
        }
        return ExitCodes.CLEAN;
    }
}
