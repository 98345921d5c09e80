package io.tieout.plan;

import io.tieout.mapping.Grain;
import java.util.regex.Pattern;

/**
 * The text that names a group in a business key.
 *
 * <p>It goes into the target's note of the document and must come back from there unchanged, and it must not hold the
 * key's separator. So only plain printable text of modest length stands as it is; any other is cut to its plain
 * characters and told apart by a hash.
 */
final class GroupText {

    private static final int PLAIN_CHARACTERS_MAX = 60;
    private static final int CUT_CHARACTERS_MAX = 40;
    private static final int HASH_CHARACTERS = 16;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9#._/()&,:+'-]+( [A-Za-z0-9#._/()&,:+'-]+)*");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9#._/()&,:+'-]+");

    private GroupText() {}

    static String of(Grain grain, Candidate line) {
        return switch (grain) {
            case REFERENCE ->
                "reference:" + line.date() + ":" + safe(line.line().reference());
            case TYPE -> "type:" + line.date() + ":" + safe(line.line().transactionType());
            case DAY -> "day:" + line.date();
            case MONTH -> "month:" + line.line().postMonth().lastDay();
        };
    }

    /** The text itself where it is plain; else what is plain of it, a tilde and sixteen digits of its SHA-256. */
    static String safe(String text) {
        if (text.isEmpty()
                || (text.length() <= PLAIN_CHARACTERS_MAX && PLAIN.matcher(text).matches())) {
            return text;
        }
        var cut = NOT_PLAIN.matcher(text).replaceAll(" ").strip();
        cut = cut.substring(0, Math.min(CUT_CHARACTERS_MAX, cut.length())).strip();
        return cut + "~" + Hashes.hex(text).substring(0, HASH_CHARACTERS);
    }
}
