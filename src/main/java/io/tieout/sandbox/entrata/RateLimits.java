package io.tieout.sandbox.entrata;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts calls per credential, method and window. Windows are fixed by the clock: they end on the minute, on the hour and at
 * midnight Mountain, so a full burst is free right after each boundary (entrata-api.md 2.7).
 */
final class RateLimits {

    static final ZoneId MOUNTAIN = ZoneId.of("America/Denver");

    /** State of one window after a call. */
    record Window(String unit, int limit, int remaining, long resetSeconds) {}

    /** Whether the call is allowed, and its windows, largest first. */
    record Verdict(boolean allowed, List<Window> windows) {

        String header(java.util.function.Function<Window, String> part) {
            return String.join(";", windows.stream().map(part).toList());
        }
    }

    private record Counter(ZonedDateTime from, int used) {}

    private final Traffic traffic;
    private final Map<String, Counter> counters = new HashMap<>();

    RateLimits(Traffic traffic) {
        this.traffic = traffic;
    }

    Verdict take(String credential, String method, ZonedDateTime now) {
        var limit = traffic.limitOf(method);
        var windows = new ArrayList<Window>();
        var allowed = true;
        for (var unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES)) {
            var max = maximum(limit, unit);
            if (max > 0) {
                var window = count(credential + " " + method + " " + unit, unit, max, now);
                allowed &= window.remaining() >= 0;
                windows.add(new Window(window.unit(), max, Math.max(0, window.remaining()), window.resetSeconds()));
            }
        }
        return new Verdict(allowed, windows);
    }

    private Window count(String key, ChronoUnit unit, int max, ZonedDateTime now) {
        var from = now.withZoneSameInstant(MOUNTAIN).truncatedTo(unit);
        var counter = counters.getOrDefault(key, new Counter(from, 0));
        var used = counter.from().isEqual(from) ? counter.used() + 1 : 1;
        counters.put(key, new Counter(from, used));
        var reset = Duration.between(now, from.plus(1, unit)).toSeconds();
        return new Window(name(unit), max, max - used, Math.max(1, reset));
    }

    private static int maximum(Traffic.Limit limit, ChronoUnit unit) {
        return unit == ChronoUnit.DAYS
                ? limit.perDay()
                : unit == ChronoUnit.HOURS ? limit.perHour() : limit.perMinute();
    }

    private static String name(ChronoUnit unit) {
        return unit == ChronoUnit.DAYS ? "day" : unit == ChronoUnit.HOURS ? "hour" : "minute";
    }
}
