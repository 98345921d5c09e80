package io.tieout.edge.cli;

import io.tieout.plan.Decision;

/** {@code tieout release}. */
@picocli.CommandLine.Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {
            "Take lines out of a hold that a person or a refusal of the target made. The next plan shows the resulting"
                    + " documents; nothing is posted here."
        },
        footer = {
            "",
            "Examples:",
            "  tieout release TO4K7Q2M9XD3H8W5ZR1B --reason 'account 6110 is active again' --company oak",
            "  tieout release 93000065 --reason 'checked with the site' --company oak"
        })
final class ReleaseCommand extends DecisionCommand {
    @Override
    Decision.Kind kind() {
        return Decision.Kind.RELEASE;
    }
}
