package io.tieout.selftest.checker.reading;

import io.tieout.selftest.checker.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** What the request logs of all sandboxes have in common. */
final class LogEntries {

    /** Faults that do no harm to an answer. */
    private static final Set<String> HARMLESS = Set.of("", "slow", "drip");

    private static final int OK = 200;

    private LogEntries() {}

    static Request request(
            Tree entry, String company, Request.Act act, String key, List<Request.Item> items, int found) {
        return new Request(
                company,
                act,
                entry.text("call"),
                key,
                entry.text("bodySha256"),
                items,
                answered(entry),
                found,
                entry.flag("committed"),
                entry.flag("late"),
                entry.number("number"),
                micros(entry.text("at")));
    }

    /** Whether a whole answer of success went out as it was. */
    static boolean answered(Tree entry) {
        var words = entry.text("fault").split(":");
        return entry.number("status") == OK && HARMLESS.contains(words.length < 3 ? "" : words[2]);
    }

    static long receivedMicros(Tree entry, String clock) {
        return micros(entry.text(clock));
    }

    /** @throws IllegalArgumentException when the log kept a part of it only */
    static String wholeBody(Tree entry) {
        var body = entry.text("body");
        if (body.getBytes(StandardCharsets.UTF_8).length != entry.number("bodyBytes")) {
            throw new IllegalArgumentException(
                    "the log keeps whole bodies; of request " + entry.number("number") + " it kept a part");
        }
        return body;
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }
}
