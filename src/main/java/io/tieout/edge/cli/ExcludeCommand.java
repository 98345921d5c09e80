package io.tieout.edge.cli;

import io.tieout.plan.Decision;

/** {@code tieout exclude}. */
@picocli.CommandLine.Command(
        name = "exclude",
        mixinStandardHelpOptions = true,
        description = {
            "Never post lines, with a reason. They stay visible in every tie-out. Lines that would leave an entry"
                    + " unbalanced hold the rest of their group."
        },
        footer = {"", "Example:", "  tieout exclude gl:4190-0000 --reason 'booked by hand on 10/22' --company oak"})
final class ExcludeCommand extends DecisionCommand {
    @Override
    Decision.Kind kind() {
        return Decision.Kind.EXCLUDE;
    }
}
