package io.tieout.edge.cli;

import io.tieout.flow.Apply;
import io.tieout.flow.ApplyReport;
import io.tieout.flow.Companies;
import io.tieout.flow.EachCompany;
import io.tieout.flow.Pull;
import io.tieout.flow.PullReport;
import io.tieout.flow.Stop;
import io.tieout.flow.TieOutCase;
import io.tieout.tie.TieOut;
import io.tieout.wiring.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        var json = Json.object();
        var code = ExitCodes.CLEAN;
        var stops = new ArrayList<Stop>();
        var companies = new Companies(bench.tools().mappings()).selected(selection);
        if (!noPull) {
            var pull = new Pull(bench.tools()).run(selection);
            code = show(pull, printer, json);
            stops.addAll(pull.stops());
            companies = without(
                    companies, pull.stops().stream().filter(s -> !s.outside()).toList());
        }
        var nights = EachCompany.of(companies, c -> new Apply(bench.tools()).sync(c, selection));
        stops.addAll(nights.stops());
        code = ExitCodes.gravest(List.of(code, show(bench, nights, printer, json)));
        if (!noTieOut) {
            var tieOuts = new TieOutCase(bench.tools()).of(without(companies, nights.stops()), selection);
            stops.addAll(tieOuts.stops());
            code = ExitCodes.gravest(List.of(code, show(tieOuts, printer, json)));
        }
        json.put("stopped", StopView.json(stops));
        if (printer.json()) {
            printer.object(json);
        }
        return StopView.exitCode(code, stops);
    }

    /** Those that go on. */
    private static List<String> without(List<String> companies, List<Stop> stops) {
        return companies.stream()
                .filter(c -> stops.stream().noneMatch(s -> s.companies().contains(c)))
                .toList();
    }

    /**
     * Reading comes first. A source that cannot be reached does not stop the night: unknown outcomes are settled and what
     * was read before is posted. Wrong settings do stop the companies they concern.
     */
    private static int show(PullReport pull, Printer printer, Map<String, Object> json) {
        json.put("pull", PullCommand.json(pull));
        if (!printer.json()) {
            PullCommand.print(pull, printer.console());
            pull.stops().stream()
                    .filter(Stop::outside)
                    .forEach(s -> printer.console()
                            .line("The night of " + String.join(", ", s.companies())
                                    + " goes on with what was read before."));
        }
        return PullCommand.exitCode(pull);
    }

    private static int show(
            Workbench bench, EachCompany.Outcome<ApplyReport> nights, Printer printer, Map<String, Object> json) {
        json.put(
                "companies",
                nights.done().stream()
                        .map(r -> ApplyView.json(r, bench.currency(r.company())))
                        .toList());
        if (!printer.json()) {
            nights.done().forEach(r -> ApplyView.print(r, bench.currency(r.company()), false, printer.console()));
            StopView.print(nights.stops(), printer.console());
        }
        return ApplyView.exitCode(nights.done());
    }

    private static int show(EachCompany.Outcome<TieOut> tieOuts, Printer printer, Map<String, Object> json) {
        json.put("tie_out", tieOuts.done().stream().map(TieOutView::json).toList());
        if (!printer.json()) {
            tieOuts.done().forEach(t -> TieOutView.print(t, false, printer.console()));
            StopView.print(tieOuts.stops(), printer.console());
        }
        return TieOutView.exitCode(tieOuts.done());
    }

    /** What one command did for several companies; where it was stopped for all of them, only why. */
    static int shown(Workbench bench, EachCompany.Outcome<ApplyReport> outcome, Printer printer) {
        var reports = outcome.orStopped();
        if (printer.json()) {
            printer.object(Json.object(
                    "companies",
                    reports.stream()
                            .map(r -> ApplyView.json(r, bench.currency(r.company())))
                            .toList(),
                    "stopped",
                    StopView.json(outcome.stops())));
        } else {
            reports.forEach(r -> ApplyView.print(r, bench.currency(r.company()), true, printer.console()));
            StopView.print(outcome.stops(), printer.console());
        }
        return StopView.exitCode(ApplyView.exitCode(reports), outcome.stops());
    }
}
