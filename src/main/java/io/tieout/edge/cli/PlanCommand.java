package io.tieout.edge.cli;

import io.tieout.flow.DryRun;
import io.tieout.flow.PlanReport;
import io.tieout.flow.ShowPlan;
import io.tieout.wiring.Workbench;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tieout plan}. */
@picocli.CommandLine.Command(
        name = "plan",
        aliases = "dry-run",
        mixinStandardHelpOptions = true,
        description = {
            "Show what would be posted, held and excluded. Writes nothing outside; the plan is kept, can be applied as it"
                    + " stands, and can be shown again."
        },
        footer = {
            "",
            "Examples:",
            "  tieout plan --company oak --month 2026-10",
            "  tieout plan --draft --lines                  with the working mapping, entry lines shown",
            "  tieout plan --json > plan.json",
            "  tieout plan --csv > plan.csv                 each line to be posted, held or excluded, for a spreadsheet",
            "  tieout plan --show 01KA3R9V6Q4T8             an earlier plan again, as it was",
            "  tieout plan --show --company oak             the newest plan again"
        })
final class PlanCommand extends Command {

    private static final String NEWEST = "newest";

    @Mixin
    Selectors selectors = new Selectors();

    @Option(names = "--draft", description = "Use the working mapping file even when a version is published.")
    boolean draft;

    @Option(names = "--lines", description = "Show every entry line.")
    boolean lines;

    @Option(names = "--csv", description = "Print one flat list as comma-separated values.")
    boolean csv;

    @Option(
            names = "--show",
            arity = "0..1",
            fallbackValue = NEWEST,
            paramLabel = "PLAN",
            description = "Make nothing: show a plan again by its id, or without one the newest of each company.")
    Optional<String> show = Optional.empty();

    @Override
    int run(Workbench bench, Printer printer) {
        if (show.isPresent()) {
            return again(bench, show.get(), printer);
        }
        var outcome = new DryRun(bench.tools()).run(selectors.selection(), draft);
        var reports = outcome.orStopped();
        var sheets = reports.stream().map(PlanReport::sheet).toList();
        if (csv) {
            PlanCsv.print(sheets, printer.csv());
            printer.stopsBeside(outcome.stops());
        } else if (printer.json()) {
            printer.object(Json.object(
                    "plans", sheets.stream().map(PlanJson::of).toList(), "stopped", StopView.json(outcome.stops())));
        } else {
            sheets.forEach(s -> PlanView.print(s, lines, printer.console()));
            StopView.print(outcome.stops(), printer.console());
        }
        return StopView.exitCode(exitCode(reports), outcome.stops());
    }

    private int again(Workbench bench, String id, Printer printer) {
        var recall = new ShowPlan(bench.tools());
        var shown = id.equals(NEWEST) ? recall.newest(selectors.selection()) : List.of(recall.byId(id));
        if (csv) {
            PlanCsv.print(shown.stream().map(ShowPlan.Shown::sheet).toList(), printer.csv());
        } else if (printer.json()) {
            printer.object(
                    Json.object("plans", shown.stream().map(PlanCommand::json).toList(), "stopped", List.of()));
        } else if (shown.isEmpty()) {
            printer.console().line("No plans yet. Make one with `tieout plan`.");
        } else {
            shown.forEach(s -> print(s, bench, printer.console()));
        }
        return ExitCodes.CLEAN;
    }

    private void print(ShowPlan.Shown shown, Workbench bench, Console console) {
        PlanView.print(shown.sheet(), lines, console);
        console.blank();
        console.line("This plan was made at "
                + LocalTime.of(
                        Instant.parse(shown.sheet().madeAt()), bench.settings().zone())
                + "; it is " + Words.of(shown.state()) + " now.");
    }

    private static Object json(ShowPlan.Shown shown) {
        var object = PlanJson.of(shown.sheet());
        object.put("state", shown.state().name());
        return object;
    }

    static int exitCode(List<PlanReport> reports) {
        return reports.stream()
                        .allMatch(r -> r.plan().held().isEmpty()
                                && r.sheet().reconciliations().stream().allMatch(c -> c.isWhole())
                                && r.plan().findings().stream().noneMatch(f -> f.isError()))
                ? ExitCodes.CLEAN
                : ExitCodes.HELD;
    }
}
