package io.tieout.wiring;

import io.tieout.flow.port.Ids;
import java.security.SecureRandom;

/** Ids of 26 characters that sort by time: 48 bits of milliseconds, 80 bits of randomness, base 32 (the ULID form). */
public final class TimeOrderedIds implements Ids {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 16;

    private final SecureRandom random = new SecureRandom();
    private long lastMillis;
    private final int[] tail = new int[RANDOM_DIGITS];

    /** Within one millisecond the random part counts up, so that ids of one process never go back. */
    @Override
    public synchronized String next() {
        var millis = System.currentTimeMillis();
        if (millis > lastMillis) {
            lastMillis = millis;
            for (var i = 0; i < RANDOM_DIGITS; i++) {
                tail[i] = random.nextInt(ALPHABET.length);
            }
            // Room to count up: the first digit stays below the highest.
            tail[0] &= 15;
        } else {
            countUp();
        }
        var text = new char[TIME_DIGITS + RANDOM_DIGITS];
        var rest = lastMillis;
        for (var i = TIME_DIGITS - 1; i >= 0; i--) {
            text[i] = ALPHABET[(int) (rest & 31)];
            rest >>>= 5;
        }
        for (var i = 0; i < RANDOM_DIGITS; i++) {
            text[TIME_DIGITS + i] = ALPHABET[tail[i]];
        }
        return new String(text);
    }

    private void countUp() {
        for (var i = RANDOM_DIGITS - 1; i >= 0; i--) {
            if (++tail[i] < ALPHABET.length) {
                return;
            }
            tail[i] = 0;
        }
    }
}
