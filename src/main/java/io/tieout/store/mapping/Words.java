package io.tieout.store.mapping;

/** Texts of a file as they may stand in a message. */
final class Words {

    /** Characters of a file's text that a message repeats at most. */
    private static final int SHOWN_MAX = 60;

    private Words() {}

    /** Cut to a readable length, with control characters shown as a blank. */
    static String shortened(String text) {
        var clean = text.codePoints()
                .limit(SHOWN_MAX + 1L)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return text.codePointCount(0, text.length()) > SHOWN_MAX
                ? clean.substring(0, clean.offsetByCodePoints(0, SHOWN_MAX)) + "..."
                : clean.toString();
    }
}
