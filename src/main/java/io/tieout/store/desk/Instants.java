package io.tieout.store.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as text of fixed width, so that text order is time order. */
final class Instants {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Instants() {}

    static String text(Instant instant) {
        return FORMAT.format(instant);
    }

    static Instant instant(String text) {
        return Instant.from(FORMAT.parse(text));
    }
}
