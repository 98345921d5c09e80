package io.tieout.selftest.checker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for the values of secrets in what left the vault (I24): as they are, in Base64, in hexadecimal, in addresses. */
public final class Canaries {

    /** A shorter value would be found by chance. */
    private static final int LENGTH_MIN = 8;

    private Canaries() {}

    /**
     * Every place that holds a secret.
     *
     * @param secrets values by name; the name is told, the value never
     * @param texts bytes by place: exports, logs, answers, dumps, backups
     * @throws IllegalArgumentException when a value is too short to be told from chance
     */
    public static List<Violation> search(Map<String, String> secrets, Map<String, byte[]> texts) {
        var violations = new ArrayList<Violation>();
        secrets.forEach((name, value) -> {
            if (value.length() < LENGTH_MIN) {
                throw new IllegalArgumentException("the canary " + name + " has " + LENGTH_MIN + " characters or more");
            }
            for (var form : forms(value)) {
                byte[] wanted = form.getBytes(StandardCharsets.UTF_8);
                texts.forEach((place, bytes) -> {
                    int at = indexOf(bytes, wanted);
                    if (at >= 0) {
                        violations.add(new Violation(
                                Invariant.I24, place + ", byte " + at, "no secret", "the value of " + name));
                    }
                });
            }
        });
        return violations;
    }

    private static Set<String> forms(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        var forms = new LinkedHashSet<String>();
        forms.add(value);
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        forms.add(HexFormat.of().formatHex(bytes));
        for (int shift = 0; shift < 3; shift++) {
            forms.add(base64(bytes, shift));
        }
        return forms;
    }

    /** As the value shows inside a longer text in Base64: without the characters that its neighbours share in. */
    private static String base64(byte[] bytes, int shift) {
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        int whole = shifted.length / 3 * 3;
        var text = Base64.getEncoder().encodeToString(Arrays.copyOf(shifted, whole));
        return shift == 0 ? text : text.substring(4);
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        outer:
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            for (int i = 0; i < wanted.length; i++) {
                if (bytes[at + i] != wanted[i]) {
                    continue outer;
                }
            }
            return at;
        }
        return -1;
    }
}
