package io.tieout.edge.cli;

import io.tieout.finding.Count;
import io.tieout.wiring.Workbench;
import picocli.CommandLine.Option;

/** {@code tieout verify}. */
@picocli.CommandLine.Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Recompute the ledger's hash chains and compare them with the signed heads outside the data folder. Names the"
                    + " stream and event of any fault."
        },
        footer = {
            "",
            "Examples:",
            "  tieout verify",
            "  tieout verify --deep                         also: state equals the fold of all events, claims, sums"
        })
final class VerifyCommand extends Command {

    @Option(names = "--deep", description = "Also fold every event and compare with the tables.")
    boolean deep;

    @Override
    int run(Workbench bench, Printer printer) {
        var verification = bench.tools().ledger().verify(deep, bench.tools().progress());
        if (printer.json()) {
            printer.object(Json.object(
                    "streams",
                    verification.streams(),
                    "blocks",
                    verification.blocks(),
                    "events",
                    verification.events(),
                    "checks",
                    verification.checks(),
                    "faults",
                    verification.faults()));
        } else {
            var console = printer.console();
            console.line(Count.of(verification.events(), "event") + " in "
                    + Count.of(verification.blocks(), "block") + " of "
                    + Count.of(verification.streams(), "stream"));
            verification.checks().forEach(c -> console.line("  ok  " + c));
            verification.faults().forEach(f -> console.line("  FAULT  " + f));
            console.line(
                    verification.faults().isEmpty()
                            ? "The ledger is whole."
                            : "The ledger was changed. Stop posting, keep this folder, and restore a backup.");
        }
        return verification.faults().isEmpty() ? ExitCodes.CLEAN : ExitCodes.INVARIANT;
    }
}
