package io.tieout.store.mapping;

import java.util.Optional;

/** Finds, in one line of block YAML, a quote that is opened and not rightly closed. */
final class Quotes {

    private static final String AFTER_A_TOKEN = " :,]}";

    private Quotes() {}

    /** The column, from 1, of the first quote that has no end on the line, or whose end is followed by more text. */
    static Optional<Integer> unclosed(String line) {
        var at = 0;
        while (at < line.length()) {
            var c = line.charAt(at);
            if (c == '#' && (at == 0 || line.charAt(at - 1) == ' ')) {
                return Optional.empty();
            }
            if ((c == '"' || c == '\'') && beginsToken(line, at)) {
                var end = end(line, at, c);
                if (end < 0 || end + 1 < line.length() && AFTER_A_TOKEN.indexOf(line.charAt(end + 1)) < 0) {
                    return Optional.of(at + 1);
                }
                at = end;
            }
            at++;
        }
        return Optional.empty();
    }

    /** Inside a plain text a quote is a letter like any other. */
    private static boolean beginsToken(String line, int at) {
        var before = line.substring(0, at).stripTrailing();
        if (before.isEmpty()) {
            return true;
        }
        var last = before.charAt(before.length() - 1);
        return last == '[' || last == '{' || last == ',' || (last == ':' || last == '-') && before.length() < at;
    }

    /** Where the quote closes; negative when it does not. A quote inside is doubled, or in double quotes escaped. */
    private static int end(String line, int open, char quote) {
        for (var i = open + 1; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '\\' && quote == '"') {
                i++;
            } else if (c == quote) {
                if (quote == '\'' && i + 1 < line.length() && line.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }
}
