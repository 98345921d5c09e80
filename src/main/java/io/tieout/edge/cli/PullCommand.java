package io.tieout.edge.cli;

import io.tieout.finding.Count;
import io.tieout.flow.Pull;
import io.tieout.flow.PullReport;
import io.tieout.wiring.Workbench;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** {@code tieout pull}. */
@picocli.CommandLine.Command(
        name = "pull",
        mixinStandardHelpOptions = true,
        description = "Read Entrata's ledgers into the audit ledger. Writes nothing outside.",
        footer = {
            "",
            "Examples:",
            "  tieout pull                                  every property and month since cutover",
            "  tieout pull --property 510001 --month 2026-10"
        })
final class PullCommand extends Command {

    @Mixin
    Selectors selectors = new Selectors();

    @Override
    int run(Workbench bench, Printer printer) {
        var report = new Pull(bench.tools()).run(selectors.selection()).orStopped();
        if (printer.json()) {
            printer.object(json(report));
        } else {
            print(report, printer.console());
        }
        return exitCode(report);
    }

    static int exitCode(PullReport report) {
        return StopView.exitCode(exitCodeOfReadings(report), report.stops());
    }

    private static int exitCodeOfReadings(PullReport report) {
        var refused = report.scopes().stream().anyMatch(s -> s.lines() == 0 && !s.complete());
        if (refused && report.scopes().stream().noneMatch(PullReport.ScopeRead::complete)) {
            return ExitCodes.OUTSIDE;
        }
        return report.scopes().stream().allMatch(PullReport.ScopeRead::complete)
                        && report.findings().stream().noneMatch(f -> f.isError())
                ? ExitCodes.CLEAN
                : ExitCodes.HELD;
    }

    static void print(PullReport report, Console console) {
        console.heading("Read from the source");
        console.table(
                List.of("property", "name", "month", "basis", ">lines", ">new", ">changed", ">gone", "reading"),
                report.scopes().stream()
                        .map(s -> List.of(
                                s.scope().property().value(),
                                s.propertyName(),
                                s.scope().month().toString(),
                                s.scope().basis().code(),
                                Integer.toString(s.lines()),
                                Integer.toString(s.newFacts()),
                                Integer.toString(s.newVersions()),
                                Integer.toString(s.vanished()),
                                s.complete() ? "complete" : "NOT COMPLETE"))
                        .toList());
        report.budgets()
                .forEach((name, b) -> console.line(name + ": " + Count.of(b.callsMade(), "call") + " made"
                        + (b.callsLeft() < 0 ? "" : ", " + b.callsLeft() + " left in the narrowest window")));
        report.scopes().forEach(s -> console.findings(s.findings()));
        console.findings(report.findings());
        StopView.print(report.stops(), console);
    }

    static Map<String, Object> json(PullReport report) {
        return Json.object(
                "lines",
                report.lines(),
                "complete",
                report.complete(),
                "scopes",
                report.scopes().stream().map(PullCommand::json).toList(),
                "calls",
                report.budgets().entrySet().stream()
                        .map(e -> Json.object(
                                "connection",
                                e.getKey(),
                                "made",
                                e.getValue().callsMade(),
                                "left",
                                e.getValue().callsLeft()))
                        .toList(),
                "findings",
                Json.findings(report.findings()),
                "stopped",
                StopView.json(report.stops()));
    }

    private static Map<String, Object> json(PullReport.ScopeRead scope) {
        return Json.object(
                "property",
                scope.scope().property().value(),
                "name",
                scope.propertyName(),
                "month",
                scope.scope().month().toString(),
                "basis",
                scope.scope().basis().code(),
                "book",
                scope.scope().book().value(),
                "lines",
                scope.lines(),
                "new",
                scope.newFacts(),
                "changed",
                scope.newVersions(),
                "gone",
                scope.vanished(),
                "complete",
                scope.complete(),
                "findings",
                Json.findings(scope.findings()));
    }
}
