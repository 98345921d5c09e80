package io.tieout.source.entrata;

import io.tieout.wire.WireAnswer.Answered;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One window of a method's call limits, as an answer's headers give it.
 *
 * @param unit {@code day}, {@code hour} or {@code minute}, as written
 * @param remaining calls left in it
 * @param endsAt when it begins anew, rounded up by a second as the header's seconds are whole
 */
record LimitWindow(String unit, long limit, long remaining, Instant endsAt) {

    private static final Pattern ENTRY = Pattern.compile("\\s*(\\d{1,12})\\s*(?:/\\s*([a-z]+)\\s*)?");

    /**
     * The windows of an answer: {@code x-ratelimit-limit: 15000/day;1000/hour;150/minute} with {@code -remaining} likewise.
     * They are matched by unit, as their number varies by method; only {@code -reset} has bare seconds in the order of the
     * limits (Entrata API contract, section 2.7).
     *
     * @return empty when there are no such headers or they are in another form
     */
    static List<LimitWindow> of(Answered answer, Instant now) {
        var limits = entries(answer, "x-ratelimit-limit");
        var remaining = entries(answer, "x-ratelimit-remaining");
        var resets = resets(answer, List.copyOf(limits.keySet()));
        var windows = new ArrayList<LimitWindow>();
        limits.forEach((unit, limit) -> {
            if (remaining.containsKey(unit) && resets.containsKey(unit)) {
                windows.add(new LimitWindow(unit, limit, remaining.get(unit), now.plusSeconds(resets.get(unit) + 1)));
            }
        });
        return windows;
    }

    /** What {@code Retry-After} asks for: seconds, or a date. */
    static Optional<Duration> retryAfter(Answered answer, Instant now) {
        return answer.header("retry-after").map(String::strip).flatMap(text -> {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            try {
                var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
            } catch (DateTimeParseException neither) {
                return Optional.empty();
            }
        });
    }

    private static Map<String, Long> entries(Answered answer, String header) {
        var entries = new LinkedHashMap<String, Long>();
        for (var entry : parts(answer, header)) {
            var m = ENTRY.matcher(entry);
            if (m.matches() && m.group(2) != null) {
                entries.put(m.group(2), Long.parseLong(m.group(1)));
            }
        }
        return entries;
    }

    private static Map<String, Long> resets(Answered answer, List<String> units) {
        var resets = new LinkedHashMap<String, Long>();
        var place = 0;
        for (var entry : parts(answer, "x-ratelimit-reset")) {
            var m = ENTRY.matcher(entry);
            if (m.matches()) {
                var unit = Optional.ofNullable(m.group(2));
                if (unit.isPresent() || place < units.size()) {
                    resets.put(unit.orElse(units.get(Math.min(place, units.size() - 1))), Long.parseLong(m.group(1)));
                }
            }
            place++;
        }
        return resets;
    }

    private static List<String> parts(Answered answer, String header) {
        return answer.header(header).map(text -> List.of(text.split("[;,]"))).orElse(List.of());
    }
}
