package io.tieout.edge.cli;

import io.tieout.finding.Count;
import io.tieout.flow.Companies;
import io.tieout.flow.Status;
import io.tieout.wiring.Workbench;
import java.util.List;
import picocli.CommandLine.Mixin;

/** {@code tieout status}. */
@picocli.CommandLine.Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Where every company stands: what was read, posted, in doubt, and the newest plans.",
        footer = {"", "Example:", "  tieout status --company oak --json"})
final class StatusCommand extends Command {

    @Mixin
    Selectors selectors = new Selectors();

    @Override
    int run(Workbench bench, Printer printer) {
        var statuses = new Companies(bench.tools().mappings())
                .selected(selectors.selection()).stream()
                        .map(c -> new Status(bench.tools()).of(c))
                        .toList();
        if (printer.json()) {
            printer.object(Json.object(
                    "environment",
                    bench.tools().environment().code(),
                    "companies",
                    statuses.stream().map(StatusCommand::json).toList()));
        } else {
            statuses.forEach(s -> print(s, printer.console(), bench));
        }
        return statuses.stream().allMatch(s -> s.doubtful() == 0) ? ExitCodes.CLEAN : ExitCodes.HELD;
    }

    private static void print(Status.Of status, Console console, Workbench bench) {
        console.heading(status.company() + " (" + status.companyKey() + "), "
                + bench.tools().environment().code());
        console.line("mapping " + status.mapping());
        status.postings()
                .forEach((state, count) -> console.line(
                        "  " + Count.of(count, "document") + " " + state.toLowerCase(java.util.Locale.ROOT)));
        if (!status.coverage().isEmpty()) {
            console.table(
                    List.of("property", "month", "basis", ">lines", "reading", "read at"),
                    status.coverage().stream()
                            .map(h -> List.of(
                                    h.scope().property().value(),
                                    h.scope().month().toString(),
                                    h.scope().basis().code(),
                                    Integer.toString(h.lines()),
                                    h.complete() ? "complete" : "NOT COMPLETE",
                                    h.readAt().toString()))
                            .toList());
        }
        status.plans()
                .forEach(p -> console.line(
                        "plan " + p.planId() + " " + p.state().name().toLowerCase(java.util.Locale.ROOT)
                                + ", " + Count.of(p.documents(), "document") + ", "
                                + Count.of(p.held(), "line") + " held, made " + p.madeAt()
                                + (p.published() ? "" : ", DRAFT")));
    }

    private static Object json(Status.Of status) {
        return Json.object(
                "company",
                status.company(),
                "company_id",
                status.companyKey(),
                "mapping",
                status.mapping(),
                "postings",
                status.postings(),
                "coverage",
                status.coverage().stream()
                        .map(h -> Json.object(
                                "property",
                                h.scope().property().value(),
                                "month",
                                h.scope().month().toString(),
                                "basis",
                                h.scope().basis().code(),
                                "lines",
                                h.lines(),
                                "complete",
                                h.complete(),
                                "read_at",
                                h.readAt().toString()))
                        .toList(),
                "plans",
                status.plans().stream()
                        .map(p -> Json.object(
                                "plan",
                                p.planId(),
                                "state",
                                p.state().name(),
                                "documents",
                                p.documents(),
                                "held",
                                p.held(),
                                "made_at",
                                p.madeAt().toString(),
                                "published",
                                p.published()))
                        .toList());
    }
}
