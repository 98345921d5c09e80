package io.tieout.source.entrata;

import io.tieout.flow.port.RawStore;
import io.tieout.flow.port.RunClock;
import io.tieout.flow.port.SourceLedger;
import io.tieout.source.answer.AnsweredLedger;
import io.tieout.wire.HttpSender;
import java.util.List;

/** Opens Entrata's ledgers over HTTP. */
public final class EntrataSource {

    private EntrataSource() {}

    /** Nothing is called until the first read. The raw store stays the caller's to close. */
    public static SourceLedger open(EntrataSettings settings, RawStore raw, RunClock clock) {
        var sender = new HttpSender(
                settings.hosts(), HttpSender.CONNECT_MAX, settings.answerMax(), HttpSender.ANSWER_BYTES_MAX);
        return new AnsweredLedger(
                new EntrataCalls(settings, sender, raw, clock), settings.organisation(), clock, List.of());
    }
}
