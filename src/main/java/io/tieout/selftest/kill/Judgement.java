package io.tieout.selftest.kill;

import io.tieout.flow.port.Progress;
import io.tieout.selftest.checker.Expectation;
import io.tieout.selftest.checker.Rules;
import io.tieout.selftest.checker.Verdicts;
import io.tieout.selftest.checker.Violation;
import io.tieout.selftest.checker.reading.Evidence;
import io.tieout.selftest.checker.reading.Judge;
import io.tieout.wiring.SettingsFile;
import io.tieout.wiring.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** What the independent judge says of a trial, from the exported ledger and the sandboxes' own states and logs. */
record Judgement(Verdicts verdicts, List<String> violations) {

    static Judgement of(Trial trial) throws IOException {
        var rest = Judge.judge(evidence(trial), Rules.standard(), Expectation.fresh());
        return new Judgement(
                rest.verdicts(),
                rest.violations().stream().map(Violation::toString).toList());
    }

    private static Evidence evidence(Trial trial) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var bench = Workbench.open(SettingsFile.read(trial.home()), Progress.SILENT)) {
            bench.tools().ledger().export(out, Progress.SILENT);
        }
        var keys = trial.home().resolve("keys");
        var heads = keys.resolve("ledger-heads.txt");
        return new Evidence(
                        out.toString(StandardCharsets.UTF_8),
                        Files.exists(heads) ? Files.readString(heads) : "",
                        Files.readString(keys.resolve("ledger-signing.pub")),
                        trial.quickBooks().dumpJson(),
                        new String(trial.quickBooksServer().log().json(1, true), StandardCharsets.UTF_8),
                        trial.entrata().service().dumpJson(),
                        new String(trial.entrata().server().log().json(1, true), StandardCharsets.UTF_8))
                .bySandboxClock();
    }
}
