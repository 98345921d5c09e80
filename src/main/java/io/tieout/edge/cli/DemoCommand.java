package io.tieout.edge.cli;

import io.tieout.finding.Count;
import io.tieout.finding.Stopped;
import io.tieout.flow.Apply;
import io.tieout.flow.ApplyReport;
import io.tieout.flow.DryRun;
import io.tieout.flow.PlanReport;
import io.tieout.flow.Publish;
import io.tieout.flow.Pull;
import io.tieout.flow.Selection;
import io.tieout.flow.TieOutCase;
import io.tieout.sandbox.entrata.EntrataOddities;
import io.tieout.sandbox.entrata.portfolio.WorkedPortfolio;
import io.tieout.sandbox.quickbooks.DemoCompanies;
import io.tieout.sandbox.quickbooks.QuickBooksSettings;
import io.tieout.sandbox.script.LoggedRequest;
import io.tieout.wiring.SettingsFile;
import io.tieout.wiring.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tieout demo}: the whole night on sandboxes. */
@picocli.CommandLine.Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Run a whole night against sandboxes of Entrata and QuickBooks on this machine, with SQLite in a folder of"
                    + " its own: read, plan, post, mark, tie out, and once more with nothing new."
        },
        footer = {
            "",
            "Examples:",
            "  tieout demo --once                           run and end; exit 0 when every figure is the declared one",
            "  tieout demo                                  run, then keep the sandboxes up for your own commands"
        })
final class DemoCommand implements Callable<Integer> {

    private static final List<String> COMPANIES = List.of("demo-accrual", "demo-cash");

    @Mixin
    Common common = new Common();

    @Option(names = "--once", description = "End after the night instead of keeping the sandboxes up.")
    boolean once;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            defaultValue = "tieout-demo",
            description =
                    "Folder to make (default: ${DEFAULT-VALUE}); that of an earlier demo is moved aside, and the new place named.")
    Path folder = Path.of("tieout-demo");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    CommandSpec spec;

    @Override
    public Integer call() {
        var printer = new Printer(spec.commandLine().getOut(), common.json);
        try (var terminal = Terminal.standard();
                var sandboxes = Sandboxes.start(
                        WorkedPortfolio.open(),
                        EntrataOddities.defaults(),
                        DemoCompanies.companies(),
                        QuickBooksSettings.documented(),
                        0,
                        0)) {
            var moved = prepare(sandboxes);
            if (!common.json) {
                moved.ifPresent(
                        to -> printer.console().line("The earlier demo in " + folder + " was moved to " + to + "."));
            }
            var outcome = requests(sandboxes, night(terminal, printer), printer);
            var declared = DemoOutcome.declared(Templates.read("demo/expectation.txt"));
            var differences = outcome.differences(declared);
            conclude(outcome, declared.figures().size(), differences, printer);
            if (!once) {
                keepUp(sandboxes, printer);
            }
            return differences.isEmpty() ? ExitCodes.CLEAN : ExitCodes.HELD;
        } catch (Stopped stopped) {
            printer.stopped(stopped);
            return stopped.exitCode();
        } finally {
            printer.flush();
        }
    }

    /** @return where an earlier demo was moved to */
    private Optional<Path> prepare(Sandboxes sandboxes) {
        var moved = DemoHome.prepare(folder);
        var tokens = new TreeMap<String, String>();
        tokens.put("quickbooks-demo-accrual", DemoCompanies.token(DemoCompanies.ACCRUAL_REALM));
        tokens.put("quickbooks-demo-cash", DemoCompanies.token(DemoCompanies.CASH_REALM));
        DemoHome.configure(
                folder,
                sandboxes.entrataUrl(),
                sandboxes.organisation(),
                WorkedPortfolio.API_KEY,
                sandboxes.quickBooksUrl(),
                tokens);
        for (var company : COMPANIES) {
            InitCommand.write(
                    folder.resolve("mappings").resolve(company + ".yml"),
                    Templates.read("mappings/" + company + ".yml"));
        }
        return moved;
    }

    private DemoOutcome night(Terminal terminal, Printer printer) {
        try (var bench = Workbench.open(SettingsFile.read(folder), terminal)) {
            var tools = bench.tools();
            var figures = new TreeMap<String, String>();
            for (var company : COMPANIES) {
                new Publish(tools).run(company, "demo author", "demo approver", "demo");
            }
            var pull = new Pull(tools).run(Selection.all()).orStopped();
            figures.put("lines read", Integer.toString(pull.lines()));
            figures.put("readings complete", Boolean.toString(pull.complete()));
            var reports = new ArrayList<ApplyReport>();
            var plans = new DryRun(tools).run(Selection.all(), false).orStopped();
            plans.forEach(p -> reports.add(new Apply(tools).apply(p.planId())));
            var tieOuts = new TieOutCase(tools).run(Selection.all()).orStopped();
            var second = secondNight(bench);
            var verification = tools.ledger().verify(true, tools.progress());
            plans.forEach(p -> planFigures(p, figures));
            reports.forEach(r -> applyFigures(r, figures));
            tieOuts.forEach(t -> TieOutView.figures(t).forEach((k, v) -> figures.put(t.company() + " " + k, v)));
            figures.put("second night documents", Integer.toString(second.get(0)));
            figures.put("second night write calls", Integer.toString(second.get(1)));
            figures.put("ledger faults", Integer.toString(verification.faults().size()));
            if (!printer.json()) {
                var console = printer.console();
                PullCommand.print(pull, console);
                plans.forEach(p -> PlanView.print(p.sheet(), false, console));
                reports.forEach(r -> ApplyView.print(r, bench.currency(r.company()), true, console));
                tieOuts.forEach(t -> TieOutView.print(t, false, console));
                console.heading("Ledger");
                console.line(Count.of(verification.events(), "event") + " in "
                        + Count.of(verification.blocks(), "block") + ", "
                        + Count.of(verification.faults().size(), "fault"));
                verification.faults().forEach(f -> console.line("  FAULT " + f));
            }
            return new DemoOutcome(figures);
        }
    }

    /** The same night again, with nothing new: documents posted, and calls that wrote. */
    private static List<Integer> secondNight(Workbench bench) {
        var tools = bench.tools();
        new Pull(tools).run(Selection.all()).orStopped();
        var documents = 0;
        var writes = 0L;
        for (var company : COMPANIES) {
            var report = new Apply(tools).sync(company, Selection.all());
            documents += report.posted().posted();
            writes += report.posted().calls()
                    + report.resolved().calls()
                    + report.marks().calls();
        }
        return List.of(documents, (int) writes);
    }

    private static void planFigures(PlanReport report, Map<String, String> figures) {
        var plan = report.plan();
        figures.put(
                plan.company() + " documents", Integer.toString(plan.documents().size()));
        figures.put(plan.company() + " lines held", Integer.toString(plan.held().size()));
        figures.put(
                plan.company() + " lines excluded",
                Integer.toString(plan.excluded().size()));
        var posted = new TreeMap<String, Long>();
        plan.documents()
                .forEach(d -> posted.merge(
                        d.key().property() + " " + d.key().purpose().code(),
                        d.entry().total().amountMinor(),
                        Long::sum));
        posted.forEach((k, v) -> figures.put(plan.company() + " " + k + " minor", Long.toString(v)));
        var held = new TreeMap<String, Long>();
        plan.held()
                .forEach(h -> held.merge(
                        h.line().key().property().value(), Math.max(0, h.line().signedMinor()), Long::sum));
        held.forEach((k, v) -> figures.put(plan.company() + " " + k + " held minor", Long.toString(v)));
    }

    private static void applyFigures(ApplyReport report, Map<String, String> figures) {
        figures.put(
                report.company() + " posted", Integer.toString(report.posted().posted()));
        figures.put(
                report.company() + " posted minor",
                Long.toString(report.posted().postedMinor()));
        figures.put(
                report.company() + " write calls", Long.toString(report.posted().calls()));
        figures.put(
                report.company() + " marked", Integer.toString(report.marks().marked()));
        figures.put(
                report.company() + " findings",
                Integer.toString(ApplyView.findings(report).size()));
    }

    private static void conclude(DemoOutcome outcome, int declared, List<String> differences, Printer printer) {
        if (printer.json()) {
            printer.object(Json.object("figures", new TreeMap<>(outcome.figures()), "differences", differences));
            return;
        }
        var console = printer.console();
        console.heading("Outcome against the declared one");
        if (differences.isEmpty()) {
            console.line(
                    "All " + Count.of(declared, "declared figure") + " came out: every source line is in the books"
                            + " once, held for a stated reason, or excluded; the held charge is GL 4190-0000, which no rule names.");
        } else {
            differences.forEach(d -> console.line("DIFFERENT  " + d));
        }
    }

    /** What both nights asked of the sandboxes, which refuse what the vendors would. */
    private static DemoOutcome requests(Sandboxes sandboxes, DemoOutcome outcome, Printer printer) {
        var entrata = sandboxes.entrata().server().log().entries();
        var quickBooks = sandboxes.quickBooksServer().log().entries();
        var statuses = Stream.of(entrata, quickBooks)
                .flatMap(List::stream)
                .map(LoggedRequest::status)
                .toList();
        var throttled = statuses.stream().filter(s -> s == 429).count();
        var refused = statuses.stream().filter(s -> s != 200 && s != 429).count();
        if (!printer.json()) {
            var console = printer.console();
            console.heading("Requests of both nights");
            console.line(entrata.size() + " to Entrata, " + quickBooks.size() + " to QuickBooks, " + refused
                    + " refused" + (throttled == 0 ? "" : ", " + throttled + " asked to come a moment later"));
        }
        return outcome.with("requests to Entrata", Integer.toString(entrata.size()))
                .with("requests to QuickBooks", Integer.toString(quickBooks.size()))
                .with("requests refused", Long.toString(refused));
    }

    private void keepUp(Sandboxes sandboxes, Printer printer) {
        if (!printer.json()) {
            var console = printer.console();
            console.heading("The sandboxes stay up; try in another terminal");
            console.line("./tieout plan --home " + folder);
            console.line("./tieout tie-out --home " + folder + " --company demo-accrual");
            console.line("./tieout mapping lint --home " + folder);
            console.line("edit " + folder.resolve("mappings").resolve("demo-accrual.yml")
                    + ": give 4190-0000 an account, publish, sync");
        }
        SandboxCommand.print(sandboxes, printer);
        printer.flush();
        SandboxCommand.untilStopped();
    }
}
