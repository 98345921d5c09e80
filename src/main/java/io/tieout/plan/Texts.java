package io.tieout.plan;

import java.util.regex.Pattern;

/** Texts as they go into the target: on one line, without control characters, never longer than allowed. */
final class Texts {

    /**
     * Characters of a private note or a line description. QuickBooks allows 4000 in both
     * (docs: JournalEntry, "PrivateNote", "Line.Description").
     */
    static final int CHARACTERS_MAX = 4000;

    private static final Pattern CONTROL_OR_BREAK = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private Texts() {}

    static String oneLine(String text) {
        return CONTROL_OR_BREAK.matcher(text).replaceAll(" ").strip();
    }

    /** The start of a text, never ending inside a character of two code units. */
    static String limit(String text, int charactersMax) {
        if (text.length() <= charactersMax) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(charactersMax - 1)) ? charactersMax - 1 : charactersMax;
        return text.substring(0, end).strip();
    }
}
