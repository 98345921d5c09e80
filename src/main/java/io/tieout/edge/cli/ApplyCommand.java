package io.tieout.edge.cli;

import io.tieout.finding.Count;
import io.tieout.flow.Apply;
import io.tieout.flow.DryRun;
import io.tieout.flow.EachCompany;
import io.tieout.flow.PlanReport;
import io.tieout.flow.Stop;
import io.tieout.wiring.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;
import java.util.stream.Collectors;
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
            plans.forEach(p -> PlanView.print(p.sheet(), false, printer.console()));
            StopView.print(planned.stops(), printer.console());
        }
        if (plans.stream().allMatch(ApplyCommand::isEmpty)) {
            return nothingToPost(plans, planned.stops(), printer);
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

    private static boolean isEmpty(PlanReport plan) {
        return plan.plan().documents().isEmpty() && plan.openingDifferences().isEmpty();
    }

    private static int nothingToPost(List<PlanReport> plans, List<Stop> stops, Printer printer) {
        if (printer.json()) {
            printer.object(Json.object("companies", List.of(), "stopped", StopView.json(stops)));
        } else {
            printer.console().blank();
            printer.console().line("Nothing to post.");
        }
        return StopView.exitCode(PlanCommand.exitCode(plans), stops);
    }

    private static String words(PlanReport plan) {
        var currency = plan.company().homeCurrency();
        return Count.of(plan.plan().documents().size(), "document") + " ("
                + Console.money(plan.totalMinor(), currency) + " " + currency + ") to "
                + plan.plan().company()
                + (plan.openingDifferences().isEmpty() ? "" : ", accepting its opening differences");
    }

    private boolean confirmed(List<PlanReport> plans, Printer printer) {
        printer.flush();
        System.err.print("Post "
                + plans.stream()
                        .filter(p -> !isEmpty(p))
                        .map(ApplyCommand::words)
                        .collect(Collectors.joining(" and "))
                + "? [y/N] ");
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
