package io.tieout.edge.cli;

import io.tieout.flow.port.Ledger.RunRow;
import io.tieout.wiring.Workbench;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code tieout runs}. */
@picocli.CommandLine.Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "List the latest posting runs with their figures.",
        footer = {"", "Example:", "  tieout runs --count 5"})
final class RunsCommand extends Command {

    @Option(names = "--count", defaultValue = "20", description = "How many (default: ${DEFAULT-VALUE}).")
    int count = 20;

    @Override
    int run(Workbench bench, Printer printer) {
        var runs = bench.tools().ledger().runs(count);
        if (printer.json()) {
            printer.object(
                    Json.object("runs", runs.stream().map(RunsCommand::json).toList()));
        } else if (runs.isEmpty()) {
            printer.console().line("No runs yet.");
        } else {
            printer.console()
                    .table(
                            List.of(
                                    "run",
                                    "company",
                                    "business date",
                                    "kind",
                                    "started",
                                    "ended",
                                    "outcome",
                                    "figures"),
                            runs.stream()
                                    .map(r -> List.of(
                                            r.runId(),
                                            r.company(),
                                            r.businessDate().toString(),
                                            r.kind(),
                                            r.startedAt().toString(),
                                            r.endedAt().map(Instant::toString).orElse("not ended"),
                                            r.outcome(),
                                            r.figures().toString()))
                                    .toList());
        }
        return ExitCodes.CLEAN;
    }

    private static Object json(RunRow run) {
        return Json.object(
                "run",
                run.runId(),
                "company",
                run.company(),
                "business_date",
                run.businessDate().toString(),
                "kind",
                run.kind(),
                "started_at",
                run.startedAt().toString(),
                "ended_at",
                run.endedAt().map(Instant::toString).orElse(""),
                "outcome",
                run.outcome(),
                "figures",
                run.figures());
    }
}
