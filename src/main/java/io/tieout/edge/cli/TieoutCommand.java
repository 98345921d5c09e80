package io.tieout.edge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The top of the command line. */
@Command(
        name = "tieout",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Carries Entrata's ledgers into QuickBooks Online: every source line in the books exactly once, in the right"
                    + " month, to the cent, and provably so."
        },
        footer = {
            "",
            "Examples:",
            "  tieout demo --once                          the whole night on a sandbox, nothing outside touched",
            "  tieout pull && tieout plan                  read Entrata, then a dry run",
            "  tieout apply PLAN                           post exactly the plan that was read",
            "  tieout sync --company oak                   plan and post inside the guard rails",
            "  tieout tie-out --month 2026-10              total here = total there, difference zero",
            "",
            "Exit codes: 0 clean; 1 crash; 2 wrong usage, configuration or mapping; 3 an outside system unavailable or"
                    + " refusing; 4 an invariant broken, all stopped; 5 finished, with held items or differences; 75"
                    + " another run in progress."
        },
        subcommands = {
            DemoCommand.class,
            InitCommand.class,
            DoctorCommand.class,
            StatusCommand.class,
            RunsCommand.class,
            PullCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            SyncCommand.class,
            ResolveCommand.class,
            WriteBackCommand.class,
            TieOutCommand.class,
            ExplainCommand.class,
            ReleaseCommand.class,
            ExcludeCommand.class,
            VerifyCommand.class,
            ExportCommand.class,
            MappingCommand.class,
            SandboxCommand.class,
            HelpCommand.class
        })
final class TieoutCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }
}
