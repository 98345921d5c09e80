package io.tieout.source.entrata;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.RunClock;
import io.tieout.flow.port.SourceLedger.CallBudget;
import io.tieout.source.answer.SourceCall;
import io.tieout.source.answer.SourceCode;
import io.tieout.wire.WireAnswer.Answered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps us inside the source's call limits: those its answers name, per method; else, where asked for, those of the paper
 * contract, whose breach is answered by suspension.
 *
 * <p>Short waits are waited out. A longer one ends the work with the time at which it can go on.
 */
final class CallLimits {

    /** Longest wait for a limit inside a run. */
    static final Duration WAIT_MAX = Duration.ofMinutes(10);

    /** Paper contract: one call for each client, property, minute and web service. */
    static final Duration PAPER_SPACING = Duration.ofMinutes(1);

    /** Paper contract: calls a day. */
    static final long PAPER_CALLS_PER_DAY = 2_500;

    /** All times of the source are Mountain Time, the ends of its days included. */
    private static final ZoneId MOUNTAIN = ZoneId.of("America/Denver");

    /** Health and reach are asked once in a run; their narrow limits say nothing about reading. */
    private static final Set<String> ASKED_ONCE = Set.of("status", "appinfo");

    private final RunClock clock;
    private final boolean strictPaperContract;
    private final Map<String, List<LimitWindow>> windowsByMethod = new HashMap<>();
    private final Map<String, List<LimitWindow>> windowsOfReads = new HashMap<>();
    private final Map<String, Instant> lastPaperCall = new HashMap<>();
    private boolean headersSeen;
    private long callsMade;
    private LocalDate day = LocalDate.EPOCH;
    private long callsToday;

    CallLimits(RunClock clock, boolean strictPaperContract) {
        this.clock = clock;
        this.strictPaperContract = strictPaperContract;
    }

    /**
     * Waits until the call may be made.
     *
     * @throws Stopped when that is more than {@link #WAIT_MAX} away
     */
    void await(SourceCall call) {
        var now = clock.now();
        var from = onPaper(call) ? paperFrom(call, now) : headersFrom(call, now);
        if (from.isAfter(now)) {
            sleep(call, Duration.between(now, from), "the limit is used up");
        }
    }

    /** Waits as long as an answer asks for, or as long as a fault may need. */
    void sleep(SourceCall call, Duration wait, String why) {
        if (wait.compareTo(WAIT_MAX) > 0) {
            throw new Stopped(Finding.of(
                    SourceCode.LIMIT_REACHED,
                    call.place(),
                    "a call within " + WAIT_MAX.toMinutes() + " minutes",
                    why + " until " + clock.now().plus(wait),
                    "Nothing is lost: run again after that time, and what was not read comes first."));
        }
        try {
            clock.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(Finding.of(
                    SourceCode.TOO_LATE,
                    call.place(),
                    "to wait " + wait.toSeconds() + " s: " + why,
                    "asked to stop while waiting",
                    "Run again: nothing is lost."));
        }
    }

    /** A call is being made. */
    void made(SourceCall call) {
        var today = LocalDate.ofInstant(clock.now(), MOUNTAIN);
        if (!today.equals(day)) {
            day = today;
            callsToday = 0;
        }
        callsToday++;
        callsMade++;
        lastPaperCall.put(paperKey(call), clock.now());
    }

    /** An answer came; what it says of limits is the newest word. */
    void answered(SourceCall call, Answered answer) {
        var windows = LimitWindow.of(answer, clock.now());
        windowsByMethod.put(call.method(), windows);
        headersSeen |= !windows.isEmpty();
        if (!ASKED_ONCE.contains(call.service())) {
            windowsOfReads.put(call.method(), windows);
        }
    }

    /** How long a refused call asks us to wait. */
    Duration throttled(SourceCall call, Answered answer) {
        var now = clock.now();
        return LimitWindow.retryAfter(answer, now).orElseGet(() -> {
            var windows = windowsByMethod.getOrDefault(call.method(), List.of());
            return windows.stream()
                    .filter(w -> w.remaining() == 0)
                    .map(LimitWindow::endsAt)
                    .max(Comparator.naturalOrder())
                    .or(() -> windows.stream().map(LimitWindow::endsAt).min(Comparator.naturalOrder()))
                    .map(end -> Duration.between(now, end))
                    .filter(wait -> !wait.isNegative())
                    .orElse(PAPER_SPACING);
        });
    }

    CallBudget budget() {
        var tooFar = clock.now().plus(WAIT_MAX);
        var left = windowsOfReads.values().stream()
                .flatMap(List::stream)
                .filter(w -> w.endsAt().isAfter(tooFar))
                .mapToLong(LimitWindow::remaining)
                .min();
        if (left.isPresent()) {
            return new CallBudget(callsMade, left.getAsLong());
        }
        var onPaper = strictPaperContract && !headersSeen;
        return new CallBudget(callsMade, onPaper ? Math.max(0, PAPER_CALLS_PER_DAY - callsToday) : -1);
    }

    /** A method that answered without headers; or one not called yet, of a source that never sent any. */
    private boolean onPaper(SourceCall call) {
        var windows = windowsByMethod.get(call.method());
        return strictPaperContract && (windows == null ? !headersSeen : windows.isEmpty());
    }

    private Instant paperFrom(SourceCall call, Instant now) {
        if (callsToday >= PAPER_CALLS_PER_DAY
                && LocalDate.ofInstant(now, MOUNTAIN).equals(day)) {
            return day.plusDays(1).atStartOfDay(MOUNTAIN).toInstant();
        }
        var last = lastPaperCall.get(paperKey(call));
        return last == null ? now : last.plus(PAPER_SPACING);
    }

    private Instant headersFrom(SourceCall call, Instant now) {
        return windowsByMethod.getOrDefault(call.method(), List.of()).stream()
                .filter(w -> w.remaining() == 0)
                .map(LimitWindow::endsAt)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    private static String paperKey(SourceCall call) {
        return call.service() + " " + call.property();
    }
}
