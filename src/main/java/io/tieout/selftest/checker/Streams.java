package io.tieout.selftest.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The streams as they were given: numbered without gaps (I12), only growing (I13), under epochs that never fall (I14). */
final class Streams {

    private static final class Stream {
        private final List<LedgerEvent> events = new ArrayList<>();
        private long epoch;
    }

    private final Findings findings;
    private final Map<String, Stream> streams = new HashMap<>();

    Streams(Findings findings) {
        this.findings = findings;
    }

    /** Whether the event is new; one that was given before is compared. */
    boolean accept(LedgerEvent event) {
        var stream = streams.computeIfAbsent(event.stream(), s -> new Stream());
        int known = stream.events.size();
        if (event.seq() <= known && event.seq() >= 1) {
            var before = stream.events.get((int) event.seq() - 1);
            if (findings.broken(Invariant.I13, before.saysTheSame(event))) {
                findings.add(
                        Invariant.I13,
                        event.place(),
                        "what was recorded there: " + before.kind() + " " + before.payload(),
                        event.kind() + " " + event.payload());
            }
            return false;
        }
        if (findings.broken(Invariant.I12, event.seq() == known + 1L)) {
            findings.add(Invariant.I12, event.place(), "event " + (known + 1L), "event " + event.seq());
        }
        if (findings.broken(Invariant.I12, event.kind().equals("GENESIS") == (event.seq() == 1))) {
            findings.add(Invariant.I12, event.place(), "GENESIS first and once", event.kind());
        }
        if (findings.broken(Invariant.I14, event.epoch() >= stream.epoch)) {
            findings.add(Invariant.I14, event.place(), "epoch " + stream.epoch + " or later", "epoch " + event.epoch());
        }
        stream.epoch = Math.max(stream.epoch, event.epoch());
        stream.events.add(event);
        return true;
    }

    /** A later ledger has at least these events. */
    void demandHeld(Map<String, Long> eventsByStream) {
        streams.forEach((name, stream) -> {
            long now = eventsByStream.getOrDefault(name, 0L);
            if (findings.broken(Invariant.I13, now >= stream.events.size())) {
                findings.add(
                        Invariant.I13, "stream " + name, stream.events.size() + " events or more", now + " events");
            }
        });
    }

    void forget() {
        streams.clear();
    }
}
