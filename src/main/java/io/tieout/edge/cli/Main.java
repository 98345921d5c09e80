package io.tieout.edge.cli;

import io.tieout.finding.Stopped;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Starts the command line. Dates must not depend on the machine's zone, so the process runs in UTC. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("UTC"));
        System.exit(run(args, new PrintWriter(System.out, false, StandardCharsets.UTF_8)));
    }

    /** Runs one command line and returns its exit code; never exits the process. */
    public static int run(String[] args, PrintWriter out) {
        var commandLine = new CommandLine(new TieoutCommand())
                .setOut(out)
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setUsageHelpLongOptionsMaxWidth(34)
                .setExecutionExceptionHandler(new Crash());
        var exitCode = commandLine.execute(args);
        out.flush();
        return exitCode;
    }

    /** A defect of ours: says so in two lines, with the trace only when asked for. */
    private static final class Crash implements IExecutionExceptionHandler {
        @Override
        public int handleExecutionException(Exception exception, CommandLine commandLine, ParseResult parsed) {
            if (exception instanceof Stopped stopped) {
                new Console(commandLine.getErr()).findings(stopped.findings());
                commandLine.getErr().flush();
                return stopped.exitCode();
            }
            var err = commandLine.getErr();
            err.println("tieout: a defect: " + Console.clean(String.valueOf(exception)));
            err.println("Nothing is lost: run the command again. Please report this with the output of"
                    + " TIEOUT_TRACE=1 tieout ...");
            if (System.getenv("TIEOUT_TRACE") != null) {
                exception.printStackTrace(err);
            }
            err.flush();
            return ExitCodes.CRASH;
        }
    }
}
