package io.tieout.source.entrata;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.source.answer.Envelope;
import io.tieout.source.answer.SourceCall;
import io.tieout.source.answer.SourceCode;
import io.tieout.wire.AllowedHosts;
import io.tieout.wire.Json;
import io.tieout.wire.JsonReader;
import io.tieout.wire.UnreadableJsonException;
import io.tieout.wire.WireAnswer.Answered;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** What answers of HTTP mean, and the findings for those that are no result. Status first, the source's code second. */
final class Answers {

    /** Statuses of something between us and the source that may be over in seconds; with 429 the only ones read again. */
    static final Set<Integer> MAY_PASS = Set.of(502, 503, 504);

    private static final int WORDS_LENGTH_MAX = 200;

    private final URI uri;
    private final String address;

    /** @param uri the address called; messages name its host, and the port where it is not the usual one */
    Answers(URI uri) {
        this.uri = uri;
        this.address = AllowedHosts.address(uri);
    }

    /**
     * The result of an answer.
     *
     * @throws Stopped with what it was instead
     */
    Json result(SourceCall call, String requestId, Answered answered) {
        var status = answered.status();
        if (status == 401 || status == 403) {
            throw new Stopped(keyRefused(call, answered));
        }
        if (status >= 400 && status < 500) {
            throw new Stopped(refused(call, words(answered)));
        }
        if (status >= 500) {
            throw new Stopped(failed(call, answered));
        }
        if (status != 200) {
            throw new Stopped(
                    new Envelope.Fault(SourceCode.WRONG_SHAPE, "HTTP status 200", words(answered)).at(call.place()));
        }
        return Envelope.open(read(call, answered), requestId)
                .fold(
                        Envelope.Result::json,
                        no -> {
                            throw new Stopped(refused(call, no.words()));
                        },
                        fault -> {
                            throw new Stopped(fault.at(call.place()));
                        });
    }

    private Json read(SourceCall call, Answered answered) {
        try {
            return JsonReader.read(answered.body());
        } catch (UnreadableJsonException e) {
            throw new Stopped(unreadable(call, answered.insteadOfJson(e)));
        }
    }

    static Optional<Json> json(Answered answered) {
        try {
            return Optional.of(JsonReader.read(answered.body()));
        } catch (UnreadableJsonException e) {
            return Optional.empty();
        }
    }

    /** Status and the source's own words: its message where there is one, else the start of the body. */
    static String words(Answered answered) {
        var message = json(answered)
                .flatMap(Envelope::refusal)
                .map(Envelope.Refused::words)
                .orElseGet(() -> "'" + shortened(answered.bodyText()) + "'");
        return "HTTP " + answered.status() + ", " + message;
    }

    private static String shortened(String text) {
        var oneLine = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return oneLine.length() <= WORDS_LENGTH_MAX ? oneLine : oneLine.substring(0, WORDS_LENGTH_MAX) + "...";
    }

    Finding unreachable(SourceCall call, String reason) {
        return Finding.of(
                SourceCode.UNREACHABLE,
                call.place(),
                "an answer of " + address + " within " + (EntrataCalls.RETRY_WAITS.size() + 1) + " tries",
                reason,
                "Nothing is lost. "
                        + (AllowedHosts.isLoopback(uri)
                                ? AllowedHosts.startSandboxAgain(uri)
                                : "See whether this machine reaches the address, and whether its own address is on the"
                                        + " source's list of allowed callers; then run again."));
    }

    Finding tooLate(SourceCall call, String reason) {
        return Finding.of(
                SourceCode.TOO_LATE,
                call.place(),
                "a whole answer of " + address + " in time",
                reason,
                "Nothing is lost. Run again when the source is quieter, or raise answer-seconds-max.");
    }

    Finding unreadable(SourceCall call, String reason) {
        return Finding.of(
                SourceCode.UNREADABLE,
                call.place(),
                "a whole JSON answer of " + address,
                reason,
                "Nothing was taken from the answer. Run again; if it stays, show the kept answer to the source's support.");
    }

    Finding throttled(SourceCall call) {
        return Finding.of(
                SourceCode.LIMIT_REACHED,
                call.place(),
                "a call inside the limits of " + address,
                "HTTP 429",
                "Nothing is lost: run again later, and what was not read comes first. See whether another program uses the"
                        + " same key.");
    }

    Finding failed(SourceCall call, Answered answered) {
        return Finding.of(
                SourceCode.SOURCE_FAILED,
                call.place(),
                "a result of " + address,
                words(answered),
                "Nothing is lost. Run again later; if it stays, show this message to the source's support.");
    }

    private Finding keyRefused(SourceCall call, Answered answered) {
        return Finding.of(
                SourceCode.KEY_REFUSED,
                call.place(),
                "credentials that " + address + " accepts",
                words(answered),
                "Nothing was read. See that the key is complete, not expired, and granted for this organisation.");
    }

    private Finding refused(SourceCall call, String words) {
        return Finding.of(
                SourceCode.CALL_REFUSED,
                call.place(),
                "a result of " + address,
                words,
                "See that the API user is granted " + call.method()
                        + " and the property; a missing grant is reported in general words.");
    }
}
