package io.tieout.source.files;

import io.tieout.fact.OrganisationId;
import io.tieout.flow.port.RawStore;
import io.tieout.flow.port.RunClock;
import io.tieout.flow.port.SourceLedger;
import io.tieout.source.answer.AnsweredLedger;
import java.nio.file.Path;

/** Opens the source's ledgers from a folder of saved answers. */
public final class FilesSource {

    private FilesSource() {}

    /**
     * @param organisation whose answers they are; held against the saved list of organisations where there is one
     * @throws io.tieout.finding.Stopped when the folder cannot be read or holds no answer
     */
    public static SourceLedger open(Path folder, OrganisationId organisation, RawStore raw, RunClock clock) {
        var answers = SavedAnswers.in(folder, raw, clock);
        return new AnsweredLedger(answers, organisation, clock, answers.findings());
    }
}
