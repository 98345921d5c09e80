package io.tieout.sandbox.script;

import io.tieout.sandbox.script.Delivery.Manner;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The one place where requests meet the service: numbers them, lets the script decide, applies, logs. Everything here
 * happens under the lock of the server, so that arrival numbers are also the order of application (late commits apart).
 */
final class Exchange implements AutoCloseable {
    private static final long SLOW_MILLIS = 1000;
    private static final long DRIP_MILLIS = 20;
    private static final long LATE_COMMIT_MILLIS = 1000;
    private static final long HUGE_BODY_BYTES = 1L << 30;
    private static final long HUGE_HEADER_BYTES = 64 * 1024;
    private static final String MAINTENANCE_PAGE =
            "<!DOCTYPE html><html><head><title>Scheduled maintenance</title></head>"
                    + "<body><h1>We'll be right back</h1><p>This service is down for maintenance.</p></body></html>";

    private final SandboxService service;
    private final FaultScript script;
    private final RequestLog log;
    private final SandboxClock clock;
    private final Object lock;
    private final PriorityQueue<Late> late = new PriorityQueue<>(Comparator.comparing(Late::due));
    private final ScheduledExecutorService timer;
    private final Runnable afterAdvance = this::applyLate;
    private long arrivals;

    private record Late(Instant due, SandboxRequest request) {}

    /** What became of the service's part of a request. */
    private record Applied(SandboxAnswer answer, boolean committed, String defect) {}

    Exchange(SandboxService service, FaultScript script, RequestLog log, SandboxClock clock, Object lock) {
        this.service = service;
        this.script = script;
        this.log = log;
        this.clock = clock;
        this.lock = lock;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "sandbox-" + service.name() + "-late");
            thread.setDaemon(true);
            return thread;
        });
        clock.onAdvance(afterAdvance);
    }

    Delivery handle(WireRequest wire) {
        synchronized (lock) {
            applyLate();
            SandboxRequest request = wire.numbered(++arrivals);
            String call = service.callOf(request);
            Optional<Fault> fault = script.next(call);
            boolean applies = fault.map(f -> f.kind().applies()).orElse(true);
            Optional<Applied> applied = applies ? Optional.of(apply(request)) : Optional.empty();
            Delivery delivery = fault.map(f -> faulted(f, request, applied.map(Applied::answer)))
                    .orElseGet(() -> Delivery.whole(applied.orElseThrow().answer()));
            log(wire, request, call, fault, applied, delivery);
            return delivery;
        }
    }

    private Applied apply(SandboxRequest request) {
        long before = service.changes();
        try {
            SandboxAnswer answer = service.answer(request);
            return new Applied(answer, service.changes() != before, "");
        } catch (RuntimeException e) {
            // A defect of the sandbox must be seen by whoever runs the test, and must not hang the client.
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace, true));
            SandboxAnswer answer = SandboxAnswer.of(500, "text/plain;charset=utf-8", "defect in the sandbox: " + e);
            return new Applied(answer, service.changes() != before, trace.toString());
        }
    }

    /** One arm per fault; {@code applied} is present exactly where the kind applies. */
    private Delivery faulted(Fault fault, SandboxRequest request, Optional<SandboxAnswer> applied) {
        SandboxAnswer answer = applied.orElse(new SandboxAnswer(200, Map.of(), new byte[0]));
        return switch (fault.kind()) {
            case COMMIT_THEN_DROP, DROP_BEFORE_COMMIT -> new Delivery(answer, Manner.RESET, 0);
            case COMMIT_THEN_502 -> Delivery.whole(empty(502));
            case COMMIT_THEN_504 -> Delivery.whole(empty(504));
            case COMMIT_THEN_500, ERROR_500 -> Delivery.whole(service.failed(request));
            case MAINTENANCE -> Delivery.whole(SandboxAnswer.of(503, "text/html;charset=utf-8", MAINTENANCE_PAGE));
            case CUT_OFF_JSON -> new Delivery(answer, Manner.CUT, 0);
            case TRUNCATED_BODY -> new Delivery(answer, Manner.SHORT, 0);
            case SLOW -> new Delivery(answer, Manner.LATE, fault.number(SLOW_MILLIS));
            case DRIP -> new Delivery(answer, Manner.DRIP, fault.number(DRIP_MILLIS));
            case STALL, COMMIT_THEN_STALL -> new Delivery(answer, Manner.SILENCE, fault.number(0));
            case LATE_COMMIT -> commitLater(fault, request, answer);
            case EMPTY_200, EMPTY_200_NOT_COMMITTED -> Delivery.whole(empty(200));
            case HTML_200 -> Delivery.whole(SandboxAnswer.of(200, "text/html;charset=utf-8", MAINTENANCE_PAGE));
            case UNAUTHORIZED -> Delivery.whole(service.unauthorized(request));
            case FORBIDDEN -> Delivery.whole(empty(403));
            case THROTTLED ->
                Delivery.whole(service.throttled(request)
                        .with("Retry-After", fault.argument().isEmpty() ? "60" : fault.argument()));
            case REDIRECT ->
                Delivery.whole(empty(302)
                        .with("Location", fault.argument().isEmpty() ? "/_sandbox/elsewhere" : fault.argument()));
            case ALTERED -> Delivery.whole(service.alter(request, answer, fault.argument()));
            case HUGE_BODY -> new Delivery(answer, Manner.PADDED, fault.number(HUGE_BODY_BYTES));
            case HUGE_HEADER -> new Delivery(answer, Manner.HEADED, fault.number(HUGE_HEADER_BYTES));
        };
    }

    private static SandboxAnswer empty(int status) {
        return new SandboxAnswer(status, Map.of(), new byte[0]);
    }

    private Delivery commitLater(Fault fault, SandboxRequest request, SandboxAnswer nothing) {
        long millis = fault.number(LATE_COMMIT_MILLIS);
        late.add(new Late(clock.instant().plus(Duration.ofMillis(millis)), request));
        timer.schedule(this::applyLate, millis + 1, TimeUnit.MILLISECONDS);
        return new Delivery(nothing, Manner.CLOSE, 0);
    }

    /** Applies the late commits that have fallen due, in order of their times. */
    private void applyLate() {
        synchronized (lock) {
            Instant now = clock.instant();
            while (!late.isEmpty() && !late.peek().due().isAfter(now)) {
                SandboxRequest request = late.remove().request();
                log.committedLate(request.number(), apply(request).committed());
            }
        }
    }

    private void log(
            WireRequest wire,
            SandboxRequest request,
            String call,
            Optional<Fault> fault,
            Optional<Applied> applied,
            Delivery delivery) {
        byte[] answer = applied.map(Applied::answer).orElse(delivery.answer()).body();
        LogKeeping keeping = log.keeping();
        log.put(new LoggedRequest(
                request.number(),
                clock.instant(),
                Instant.now(),
                call,
                wire.method(),
                wire.target(),
                RequestLog.redacted(wire.headers()),
                KeptBody.of(wire.body(), keeping),
                wire.body().length,
                sha256(wire.body()),
                fault.map(Fault::text).orElse(""),
                applied.isPresent(),
                applied.map(Applied::committed).orElse(false),
                fault.map(f -> f.kind() == FaultKind.LATE_COMMIT).orElse(false),
                delivery.answers() ? delivery.answer().status() : 0,
                KeptBody.of(answer, keeping),
                answer.length,
                applied.map(Applied::defect).orElse("")));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        clock.forget(afterAdvance);
        timer.shutdownNow();
    }
}
