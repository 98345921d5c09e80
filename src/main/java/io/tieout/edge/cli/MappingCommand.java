package io.tieout.edge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tieout mapping}. */
@picocli.CommandLine.Command(
        name = "mapping",
        mixinStandardHelpOptions = true,
        description = "Check, explain and publish mappings.",
        footer = {
            "",
            "Examples:",
            "  tieout mapping lint --company oak            every fault with file, line and column",
            "  tieout mapping publish --company oak --author Ana --approver Ben --reason 'parking income'"
        },
        subcommands = {MappingLintCommand.class, MappingExplainCommand.class, MappingPublishCommand.class})
final class MappingCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.USAGE;
    }
}
