package io.tieout.plan;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The short name a document carries inside the target, so that it can be found there whatever became of the answer.
 *
 * <p>{@code TO} and 18 characters of base 32 over the SHA-256 of the business key: 20 characters, within the 21 that
 * QuickBooks allows a document number, and 90 bits, so that two documents never share one by chance.
 */
public record Marker(String value) implements Comparable<Marker> {

    /** Digits and capitals without I, L, O and U, which people misread. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int DIGITS = 18;
    private static final Pattern FORM = Pattern.compile("TO[" + ALPHABET + "]{" + DIGITS + "}");

    public Marker {
        if (!isMarker(value)) {
            throw new IllegalArgumentException("not a marker of ours: '" + value + "'");
        }
    }

    public static boolean isMarker(String text) {
        return FORM.matcher(text).matches();
    }

    public static Marker of(BusinessKey key) {
        var digest = Hashes.sha256(key.canonical().getBytes(StandardCharsets.UTF_8));
        var text = new StringBuilder("TO");
        var buffer = 0;
        var bits = 0;
        for (var at = 0; text.length() < 2 + DIGITS; ) {
            if (bits < 5) {
                buffer = (buffer << 8) | (digest[at++] & 0xff);
                bits += 8;
            }
            bits -= 5;
            text.append(ALPHABET.charAt((buffer >> bits) & 31));
            buffer &= (1 << bits) - 1;
        }
        return new Marker(text.toString());
    }

    @Override
    public int compareTo(Marker other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
