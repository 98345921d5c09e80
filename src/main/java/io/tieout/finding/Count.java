package io.tieout.finding;

/** A number with its noun, as a person writes it: {@code 1 document}, {@code 2 documents}, {@code 1,250 lines}. */
public final class Count {

    private static final int GROUP_DIGITS = 3;

    private Count() {}

    /**
     * For nouns whose plural ends in s.
     *
     * @param singular for example {@code document}
     */
    public static String of(long number, String singular) {
        return of(number, singular, singular + "s");
    }

    /**
     * For other nouns and for phrases, as {@code property}, {@code properties}.
     *
     * @param singular what follows the number one
     * @param plural what follows every other number, zero included
     */
    public static String of(long number, String singular, String plural) {
        return digits(number) + " " + (number == 1 ? singular : plural);
    }

    /** The number alone, in groups of three digits. */
    public static String digits(long number) {
        var text = new StringBuilder(Long.toString(number));
        var first = number < 0 ? 1 : 0;
        for (var i = text.length() - GROUP_DIGITS; i > first; i -= GROUP_DIGITS) {
            text.insert(i, ',');
        }
        return text.toString();
    }
}
