package io.tieout.edge.cli;

import io.tieout.finding.Count;
import io.tieout.flow.Lint;
import io.tieout.wiring.Workbench;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tieout mapping lint}. */
@picocli.CommandLine.Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = {
            "Check working mapping files: spelling and form, and, with --live, against the target's chart and Entrata's."
        },
        footer = {"", "Examples:", "  tieout mapping lint", "  tieout mapping lint --company oak --live"})
final class MappingLintCommand extends Command {

    @Mixin
    Selectors selectors = new Selectors();

    @Option(names = "--live", description = "Also compare with the target's chart and the source's accounts.")
    boolean live;

    @Override
    int run(Workbench bench, Printer printer) {
        var results = new Lint(bench.tools()).run(selectors.selection(), live);
        if (printer.json()) {
            printer.object(Json.object(
                    "mappings",
                    results.stream()
                            .map(r -> Json.object(
                                    "company",
                                    r.company(),
                                    "version",
                                    r.version(),
                                    "published",
                                    r.published(),
                                    "findings",
                                    Json.findings(r.findings())))
                            .toList()));
        } else {
            for (var result : results) {
                printer.console()
                        .line(result.company() + "  " + result.version()
                                + (result.published() ? "  published" : "  draft") + "  "
                                + Count.of(result.findings().size(), "finding"));
                printer.console().findings(result.findings());
            }
        }
        return results.stream().anyMatch(r -> r.findings().stream().anyMatch(f -> f.isError()))
                ? ExitCodes.USAGE
                : ExitCodes.CLEAN;
    }
}
