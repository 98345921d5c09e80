package io.tieout.store.event;

import io.tieout.chain.HeadStatement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as stored: UTC, always six digits of fraction, so that texts sort as time does. */
public final class Texts {

    private static final int WORDS_MAX = 4_000;

    private Texts() {}

    public static String instant(Instant instant) {
        return instant(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    public static String instant(long micros) {
        return HeadStatement.microsText(micros);
    }

    public static Instant instant(String text) {
        return Instant.parse(text);
    }

    /** Words of others, cut to a length that fits an event; the whole answer lies in the raw store. */
    public static String capped(String words) {
        return words.length() <= WORDS_MAX ? words : words.substring(0, WORDS_MAX) + " ...";
    }
}
