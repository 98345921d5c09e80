package io.tieout.edge.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Comma-separated values as spreadsheets read them (RFC 4180): a heading line, CR LF at each end, texts quoted where they
 * must be. A text that a spreadsheet would take for a formula gets an apostrophe before it; amounts are left alone.
 */
final class Csv {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r].*", Pattern.DOTALL);

    private final PrintWriter out;

    Csv(PrintWriter out) {
        this.out = out;
    }

    void row(List<String> cells) {
        out.print(String.join(",", cells.stream().map(Csv::cell).toList()) + "\r\n");
    }

    private static String cell(String text) {
        var harmless = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
