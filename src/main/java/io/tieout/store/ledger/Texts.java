package io.tieout.store.ledger;

import io.tieout.chain.HeadStatement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as stored: UTC, always six digits of fraction, so that texts sort as time does. */
final class Texts {

    private static final int WORDS_MAX = 4_000;

    private Texts() {}

    static String instant(Instant instant) {
        return instant(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    static String instant(long micros) {
        return HeadStatement.microsText(micros);
    }

    static Instant instant(String text) {
        return Instant.parse(text);
    }

    /** Words of others, cut to a length that fits an event; the whole answer lies in the raw store. */
    static String capped(String words) {
        return words.length() <= WORDS_MAX ? words : words.substring(0, WORDS_MAX) + " ...";
    }
}
