package io.tieout.edge.cli;

import io.tieout.finding.Stopped;
import io.tieout.flow.Apply;
import io.tieout.flow.ApplyReport;
import io.tieout.flow.Companies;
import io.tieout.flow.Pull;
import io.tieout.flow.Selection;
import io.tieout.flow.TieOutCase;
import io.tieout.wiring.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tieout sync}: the nightly job. */
@picocli.CommandLine.Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = {
            "The night in one command: read, settle what is unknown, plan, post inside the guard rails, mark, tie out."
                    + " With nothing new it posts nothing and sends no write."
        },
        footer = {
            "",
            "Examples:",
            "  tieout sync                                  every company",
            "  tieout sync --company oak --no-pull          with what was read last"
        })
final class SyncCommand extends Command {

    @Mixin
    Selectors selectors = new Selectors();

    @Option(names = "--no-pull", description = "Use what was read last.")
    boolean noPull;

    @Option(names = "--no-tie-out", description = "Leave the tie-out to a command of its own.")
    boolean noTieOut;

    @Override
    int run(Workbench bench, Printer printer) {
        var selection = selectors.selection();
        var codes = new ArrayList<Integer>();
        var json = Json.object();
        if (!noPull) {
            pull(bench, selection, printer, json).ifPresent(codes::add);
        }
        var reports = new ArrayList<ApplyReport>();
        var stopped = new ArrayList<Stopped>();
        for (var company : new Companies(bench.tools().mappings()).selected(selection)) {
            try {
                reports.add(new Apply(bench.tools()).sync(company, selection));
            } catch (Stopped e) {
                // One company's trouble does not stop the others; its findings and exit code are kept.
                stopped.add(e);
            }
        }
        codes.add(ApplyView.exitCode(reports));
        stopped.forEach(s -> codes.add(s.exitCode()));
        json.put(
                "companies",
                reports.stream()
                        .map(r -> ApplyView.json(r, bench.currency(r.company())))
                        .toList());
        json.put(
                "stopped",
                stopped.stream().map(s -> Json.findings(s.findings())).toList());
        if (!printer.json()) {
            reports.forEach(r -> ApplyView.print(r, bench.currency(r.company()), printer.console()));
            stopped.forEach(s -> printer.console().findings(s.findings()));
        }
        if (!noTieOut && stopped.isEmpty()) {
            var tieOuts = new TieOutCase(bench.tools()).run(selection);
            codes.add(TieOutView.exitCode(tieOuts));
            json.put("tie_out", tieOuts.stream().map(TieOutView::json).toList());
            if (!printer.json()) {
                tieOuts.forEach(t -> TieOutView.print(t, false, printer.console()));
            }
        }
        if (printer.json()) {
            printer.object(json);
        }
        return gravest(codes);
    }

    /**
     * Reads, and gives the exit code of reading. A source that cannot be reached does not stop the night: unknown outcomes
     * are settled and what was read before is posted; wrong settings do stop it.
     */
    private static Optional<Integer> pull(
            Workbench bench, Selection selection, Printer printer, Map<String, Object> json) {
        try {
            var pull = new Pull(bench.tools()).run(selection);
            if (printer.json()) {
                json.put("pull", PullCommand.json(pull));
            } else {
                PullCommand.print(pull, printer.console());
            }
            return Optional.of(PullCommand.exitCode(pull));
        } catch (Stopped stopped) {
            if (stopped.exitCode() != ExitCodes.OUTSIDE) {
                throw stopped;
            }
            if (printer.json()) {
                json.put("pull", Json.object("complete", false, "findings", Json.findings(stopped.findings())));
            } else {
                printer.console().findings(stopped.findings());
                printer.console().line("The night goes on with what was read before.");
            }
            return Optional.of(stopped.exitCode());
        }
    }

    static void print(Workbench bench, List<ApplyReport> reports, Printer printer) {
        if (printer.json()) {
            printer.object(Json.object(
                    "companies",
                    reports.stream()
                            .map(r -> ApplyView.json(r, bench.currency(r.company())))
                            .toList()));
        } else {
            reports.forEach(r -> ApplyView.print(r, bench.currency(r.company()), printer.console()));
        }
    }

    /** The code a scheduler should act on: broken before busy before crash before configuration before outside before held. */
    static int gravest(List<Integer> codes) {
        for (var code : List.of(
                ExitCodes.INVARIANT,
                ExitCodes.BUSY,
                ExitCodes.CRASH,
                ExitCodes.USAGE,
                ExitCodes.OUTSIDE,
                ExitCodes.HELD)) {
            if (codes.contains(code)) {
                return code;
            }
        }
        return ExitCodes.CLEAN;
    }
}
