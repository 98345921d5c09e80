package io.tieout.edge.cli;

import io.tieout.flow.Apply;
import io.tieout.flow.DryRun;
import io.tieout.flow.EachCompany;
import io.tieout.flow.PlanReport;
import io.tieout.wiring.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tieout apply}. */
@picocli.CommandLine.Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Post exactly the plan that was read, then mark its lines as exported in Entrata. Refuses, naming what"
                    + " changed, when the plan would come out differently now."
        },
        footer = {
            "",
            "Examples:",
            "  tieout apply 01KA3R9V6Q4T8                   post a plan by its id",
            "  tieout apply --company oak                   show a fresh plan, ask, then post it",
            "  tieout apply --yes --month 2026-10           the same without a question"
        })
final class ApplyCommand extends Command {

    @Parameters(arity = "0..1", paramLabel = "PLAN", description = "Id of a plan; without it one is made and shown.")
    Optional<String> planId = Optional.empty();

    @Mixin
    Selectors selectors = new Selectors();

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Override
    int run(Workbench bench, Printer printer) {
        var apply = new Apply(bench.tools());
        if (planId.isPresent()) {
            var report = apply.apply(planId.get());
            return SyncCommand.shown(bench, new EachCompany.Outcome<>(List.of(report), List.of()), printer);
        }
        var planned = new DryRun(bench.tools()).run(selectors.selection(), false);
        var plans = planned.orStopped();
        if (!printer.json()) {
            plans.forEach(p -> PlanView.print(p, false, printer.console()));
            StopView.print(planned.stops(), printer.console());
        }
        if (!yes && !confirmed(plans, printer)) {
            return ExitCodes.HELD;
        }
        var applied = EachCompany.of(
                plans.stream().map(p -> p.plan().company()).toList(), c -> apply.apply(planOf(plans, c)));
        var stops = new ArrayList<>(planned.stops());
        stops.addAll(applied.stops());
        var code = SyncCommand.shown(bench, new EachCompany.Outcome<>(applied.done(), stops), printer);
        return code == ExitCodes.CLEAN ? PlanCommand.exitCode(plans) : code;
    }

    private static String planOf(List<PlanReport> plans, String company) {
        return plans.stream()
                .filter(p -> p.plan().company().equals(company))
                .map(PlanReport::planId)
                .findFirst()
                .orElseThrow();
    }

    private boolean confirmed(List<PlanReport> plans, Printer printer) {
        var documents =
                plans.stream().mapToInt(p -> p.plan().documents().size()).sum();
        printer.flush();
        System.err.print("Post these " + documents + " documents? [y/N] ");
        System.err.flush();
        var scanner = new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8);
        var answer = scanner.hasNextLine() ? scanner.nextLine().trim().toLowerCase(Locale.ROOT) : "";
        if (answer.equals("y") || answer.equals("yes")) {
            return true;
        }
        System.err.println("Nothing was posted.");
        return false;
    }
}
