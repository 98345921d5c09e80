package io.tieout.sandbox.quickbooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Request limits of one realm, counted by the sandbox clock: 500 a minute over all endpoints, 10 a second, batches 40 a
 * minute [I]. A refused request does not count.
 */
final class Throttle {
    private static final Limit ALL = new Limit(500, Duration.ofMinutes(1));
    private static final Limit RATE = new Limit(10, Duration.ofSeconds(1));
    private static final Limit BATCHES = new Limit(40, Duration.ofMinutes(1));

    private final Map<Limit, Deque<Instant>> seen = new HashMap<>();

    private record Limit(int requestsMax, Duration window) {}

    /** Seconds to wait, or 0 when the request may pass; a passing request is counted. */
    long secondsToWait(boolean batch, Instant now) {
        long wait = Math.max(wait(ALL, now), wait(RATE, now));
        wait = batch ? Math.max(wait, wait(BATCHES, now)) : wait;
        if (wait == 0) {
            of(ALL).add(now);
            of(RATE).add(now);
            if (batch) {
                of(BATCHES).add(now);
            }
        }
        return wait;
    }

    private Deque<Instant> of(Limit limit) {
        return seen.computeIfAbsent(limit, fresh -> new ArrayDeque<>());
    }

    private long wait(Limit limit, Instant now) {
        Deque<Instant> times = of(limit);
        while (!times.isEmpty() && !times.peekFirst().plus(limit.window()).isAfter(now)) {
            times.removeFirst();
        }
        if (times.size() < limit.requestsMax()) {
            return 0;
        }
        Duration left = Duration.between(now, times.getFirst().plus(limit.window()));
        return Math.max(1, left.plusMillis(999).toSeconds());
    }
}
