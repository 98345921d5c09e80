package io.tieout.edge.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people read them: in the zone of {@code tieout.yml}, to the minute, with the zone's letters. */
final class LocalTime {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm zzz", Locale.US);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.US);

    private LocalTime() {}

    /** {@code 2026-11-20 21:48 MST}. */
    static String of(Instant instant, ZoneId zone) {
        return MINUTES.format(instant.atZone(zone));
    }

    /** Where the order of events within a minute matters. */
    static String exact(Instant instant, ZoneId zone) {
        return SECONDS.format(instant.atZone(zone));
    }
}
