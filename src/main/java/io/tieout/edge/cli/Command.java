package io.tieout.edge.cli;

import io.tieout.finding.Stopped;
import io.tieout.flow.port.Progress;
import io.tieout.wiring.SettingsFile;
import io.tieout.wiring.Workbench;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What all commands share: they open the workbench, call one use case, print it as a table or as JSON, and turn the
 * outcome into an exit code. A fault is printed as its findings, never as a stack trace.
 */
abstract class Command implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    CommandSpec spec;

    /** Runs the use case and prints its outcome. */
    abstract int run(Workbench bench, Printer printer);

    @Override
    public Integer call() {
        var printer = new Printer(out(), common.json);
        try (var terminal = Terminal.standard()) {
            StopSignal.listen(terminal);
            var progress = common.quiet ? quiet(terminal) : terminal;
            try (var bench = Workbench.open(SettingsFile.read(common.home), progress)) {
                // On the other stream: what a program reads stays as it is documented.
                bench.warnings().forEach(w -> System.err.println(Console.cleanLines(w.text())));
                return run(bench, printer);
            }
        } catch (Stopped stopped) {
            printer.stopped(stopped);
            return stopped.exitCode();
        } finally {
            printer.flush();
            StopSignal.done();
        }
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static Progress quiet(Terminal terminal) {
        return new Progress() {
            @Override
            public void begin(String step, long total) {}

            @Override
            public void at(long done) {}

            @Override
            public void note(String line) {}

            @Override
            public boolean stopRequested() {
                return terminal.stopRequested();
            }
        };
    }
}
