package io.tieout.source.entrata;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.RawStore;
import io.tieout.flow.port.RunClock;
import io.tieout.flow.port.SourceLedger.CallBudget;
import io.tieout.flow.port.SourceLedger.MarkAnswer;
import io.tieout.source.answer.Envelope;
import io.tieout.source.answer.SourceCall;
import io.tieout.source.answer.SourceCalls;
import io.tieout.source.answer.SourceCode;
import io.tieout.wire.HttpSender;
import io.tieout.wire.Json;
import io.tieout.wire.WireAnswer;
import io.tieout.wire.WireAnswer.Answered;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes calls over HTTP. A read is asked again only after a failure of the closed list (429, 502, 503, 504, no connection,
 * a broken one); a write is sent once, and what is not clearly answered is unknown.
 */
final class EntrataCalls implements SourceCalls {

    /** Waits before the second, third and fourth try of a read. */
    static final List<Duration> RETRY_WAITS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(16));

    private final EntrataSettings settings;
    private final EntrataRequests requests;
    private final Answers answers;
    private final HttpSender sender;
    private final RawStore raw;
    private final RunClock clock;
    private final CallLimits limits;
    private final String requestIdStart;
    private long requestsCount;

    EntrataCalls(EntrataSettings settings, HttpSender sender, RawStore raw, RunClock clock) {
        this.settings = settings;
        this.requests = new EntrataRequests(settings);
        this.answers = new Answers(URI.create(settings.baseUrl()));
        this.sender = sender;
        this.raw = raw;
        this.clock = clock;
        this.limits = new CallLimits(clock, settings.strictPaperContract());
        this.requestIdStart = "to-" + Long.toString(clock.now().toEpochMilli(), 36) + "-";
    }

    @Override
    public Answer read(SourceCall call) {
        for (var wait : RETRY_WAITS) {
            var tried = tryRead(call);
            if (tried.answer.isPresent()) {
                return tried.answer.get();
            }
            limits.sleep(call, tried.asked.orElse(wait), tried.failure.found());
        }
        var last = tryRead(call);
        return last.answer.orElseThrow(() -> new Stopped(last.failure));
    }

    private Tried tryRead(SourceCall call) {
        limits.await(call);
        var requestId = nextRequestId();
        limits.made(call);
        return sender.send(requests.request(call, requestId))
                .fold(
                        answered -> answered(call, requestId, answered),
                        notSent -> Tried.again(answers.unreachable(call, notSent.reason())),
                        unknown -> silent(call, unknown));
    }

    private Tried answered(SourceCall call, String requestId, Answered answered) {
        limits.answered(call, answered);
        var hash = raw.save("entrata", call.place(), answered.body());
        if (answered.status() == 429) {
            return Tried.after(limits.throttled(call, answered), answers.throttled(call));
        }
        if (Answers.MAY_PASS.contains(answered.status())) {
            return Tried.again(answers.failed(call, answered));
        }
        var result = answers.result(call, requestId, answered);
        return Tried.answered(new Answer(result, hash, clock.now(), totalCount(call, answered), false));
    }

    private Tried silent(SourceCall call, WireAnswer.Unknown unknown) {
        return switch (unknown.silence()) {
            case BROKEN_OFF -> Tried.again(answers.unreachable(call, unknown.reason()));
            case TOO_LATE -> throw new Stopped(answers.tooLate(call, unknown.reason()));
            case UNUSABLE -> throw new Stopped(answers.unreadable(call, unknown.reason()));
        };
    }

    @Override
    public MarkAnswer write(SourceCall call) {
        limits.await(call);
        var requestId = nextRequestId();
        limits.made(call);
        return sender.send(requests.request(call, requestId))
                .fold(
                        answered -> written(call, requestId, answered),
                        notSent -> new MarkAnswer(false, false, "not sent: " + notSent.reason()),
                        unknown -> new MarkAnswer(false, true, unknown.reason()));
    }

    private MarkAnswer written(SourceCall call, String requestId, Answered answered) {
        limits.answered(call, answered);
        raw.save("entrata", call.place(), answered.body());
        if (answered.status() >= 400 && answered.status() < 500) {
            return new MarkAnswer(false, false, Answers.words(answered));
        }
        if (answered.status() != 200) {
            return new MarkAnswer(false, true, Answers.words(answered));
        }
        return Answers.json(answered)
                .map(json -> Envelope.open(json, requestId)
                        .fold(
                                result -> marked(result.json()),
                                refused -> new MarkAnswer(false, false, refused.words()),
                                fault -> new MarkAnswer(
                                        false, true, "expected " + fault.expected() + ", found " + fault.found())))
                .orElseGet(() -> new MarkAnswer(false, true, Answers.words(answered)));
    }

    /** A success envelope may hold a failure; and what says neither proves neither. */
    private static MarkAnswer marked(Json result) {
        var status = result.textAt("status").or(() -> result.textAt("success")).orElse("");
        var message = result.textAt("message").orElse("");
        return switch (status) {
            case "Success" -> new MarkAnswer(true, false, message);
            case "Failure", "Failed", "Error" -> new MarkAnswer(false, false, status + ": " + message);
            default -> new MarkAnswer(false, true, "no status in the answer");
        };
    }

    private static OptionalLong totalCount(SourceCall call, Answered answered) {
        Optional<String> header = call.page() > 0 ? answered.header("x-total-count") : Optional.empty();
        return header.map(String::strip)
                .filter(text -> text.matches("\\d{1,12}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    private String nextRequestId() {
        return requestIdStart + ++requestsCount;
    }

    @Override
    public CallBudget budget() {
        return limits.budget();
    }

    @Override
    public void close() {
        // The JDK's client of Java 17 has nothing to close; its connections end by themselves.
    }

    /** What one try of a read led to: an answer, or a failure after which it may be tried again. */
    private record Tried(Optional<Answer> answer, Finding failure, Optional<Duration> asked) {

        private static final Finding NONE = Finding.of(SourceCode.UNREACHABLE, "", "", "", "");

        static Tried answered(Answer answer) {
            return new Tried(Optional.of(answer), NONE, Optional.empty());
        }

        static Tried again(Finding failure) {
            return new Tried(Optional.empty(), failure, Optional.empty());
        }

        static Tried after(Duration wait, Finding failure) {
            return new Tried(Optional.empty(), failure, Optional.of(wait));
        }
    }
}
