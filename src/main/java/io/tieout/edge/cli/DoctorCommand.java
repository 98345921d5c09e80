package io.tieout.edge.cli;

import io.tieout.finding.Finding;
import io.tieout.flow.Doctor;
import io.tieout.wiring.Workbench;
import java.util.ArrayList;
import java.util.List;

/** {@code tieout doctor}. */
@picocli.CommandLine.Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Check configuration, stores, mappings and every connection, and say what to do about each finding. Changes"
                    + " nothing."
        },
        footer = {"", "Example:", "  tieout doctor --home ~/books"})
final class DoctorCommand extends Command {

    @Override
    int run(Workbench bench, Printer printer) {
        var report = new ArrayList<>(List.of(files(bench.warnings())));
        report.addAll(new Doctor(bench.tools()).run());
        if (printer.json()) {
            printer.object(Json.object(
                    "environment",
                    bench.tools().environment().code(),
                    "checks",
                    report.stream()
                            .map(c -> Json.object(
                                    "check",
                                    c.name(),
                                    "ok",
                                    c.ok(),
                                    "words",
                                    c.words(),
                                    "findings",
                                    Json.findings(c.findings())))
                            .toList()));
        } else {
            var console = printer.console();
            console.line("environment: " + bench.tools().environment().code()
                    + (bench.settings().allowSandboxHosts() ? "; SANDBOX HOSTS ARE ALLOWED" : ""));
            console.table(
                    List.of("check", "", "what was found"),
                    report.stream()
                            .map(c -> List.of(c.name(), c.ok() ? "ok" : "FAULT", c.words()))
                            .toList());
            report.forEach(c -> console.findings(c.findings()));
        }
        return report.stream()
                .flatMap(c -> c.findings().stream())
                .filter(f -> f.isError())
                .map(f -> f.code().category().exitCode())
                .reduce((a, b) -> ExitCodes.gravest(List.of(a, b)))
                .orElse(ExitCodes.CLEAN);
    }

    private static Doctor.Check files(List<Finding> warnings) {
        return new Doctor.Check(
                "files",
                warnings.isEmpty(),
                warnings.isEmpty()
                        ? "data and keys are their owner's alone"
                        : warnings.get(0).found(),
                warnings);
    }
}
