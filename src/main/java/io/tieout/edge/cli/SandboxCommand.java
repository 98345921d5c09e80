package io.tieout.edge.cli;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.sandbox.entrata.EntrataOddities;
import io.tieout.sandbox.entrata.portfolio.WorkedPortfolio;
import io.tieout.sandbox.quickbooks.DemoCompanies;
import io.tieout.sandbox.quickbooks.QuickBooksSettings;
import io.tieout.wiring.SettingsCode;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tieout sandbox}. */
@picocli.CommandLine.Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = {
            "Run the sandboxes of Entrata and QuickBooks Online on this machine until Ctrl-C. They are as unkind as the"
                    + " real ones are known to be; faults are scripted under /_sandbox/ (docs/sandbox.md)."
        },
        footer = {
            "",
            "Examples:",
            "  tieout sandbox                               free ports, addresses printed",
            "  tieout sandbox --entrata-port 18080 --quickbooks-port 18081 --unkind 7"
        })
final class SandboxCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Option(names = "--entrata-port", defaultValue = "0", description = "Port of Entrata (default: a free one).")
    int entrataPort;

    @Option(names = "--quickbooks-port", defaultValue = "0", description = "Port of QuickBooks (default: a free one).")
    int quickBooksPort;

    @Option(
            names = "--unkind",
            paramLabel = "SEED",
            description = "All of Entrata's oddities at once, the same for the same seed.")
    @org.jspecify.annotations.Nullable Long unkindSeed;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    CommandSpec spec;

    @Override
    public Integer call() {
        var printer = new Printer(spec.commandLine().getOut(), common.json);
        var seed = unkindSeed;
        var oddities = seed == null ? EntrataOddities.defaults() : EntrataOddities.unkind(seed);
        try (var sandboxes = Sandboxes.start(
                WorkedPortfolio.open(),
                oddities,
                DemoCompanies.companies(),
                QuickBooksSettings.documented(),
                entrataPort,
                quickBooksPort)) {
            print(sandboxes, printer);
            printer.flush();
            untilStopped();
            return ExitCodes.CLEAN;
        } catch (Stopped stopped) {
            printer.stopped(stopped);
            return stopped.exitCode();
        } finally {
            printer.flush();
        }
    }

    static void print(Sandboxes sandboxes, Printer printer) {
        if (printer.json()) {
            printer.object(Json.object(
                    "entrata",
                    sandboxes.entrataUrl(),
                    "entrata_key",
                    WorkedPortfolio.API_KEY,
                    "organisation",
                    sandboxes.organisation(),
                    "quickbooks",
                    sandboxes.quickBooksUrl(),
                    "companies",
                    java.util.List.of(DemoCompanies.ACCRUAL_REALM, DemoCompanies.CASH_REALM),
                    "tokens",
                    java.util.List.of(
                            DemoCompanies.token(DemoCompanies.ACCRUAL_REALM),
                            DemoCompanies.token(DemoCompanies.CASH_REALM))));
            return;
        }
        var console = printer.console();
        console.line("Entrata     " + sandboxes.entrataUrl() + "   key " + WorkedPortfolio.API_KEY);
        console.line("QuickBooks  " + sandboxes.quickBooksUrl() + "   companies " + DemoCompanies.ACCRUAL_REALM + ", "
                + DemoCompanies.CASH_REALM + "; token sandbox-token-COMPANY");
        console.line("State, log, faults and hand edits: /_sandbox/state, log, fault, do/... on either port.");
        console.line("Ctrl-C ends them.");
    }

    /** Waits for Ctrl-C; the process's shutdown then closes the servers. */
    static void untilStopped() {
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(Finding.of(
                    SettingsCode.PORT_TAKEN, "sandbox", "to run until Ctrl-C", "interrupted", "Start it again."));
        }
    }
}
