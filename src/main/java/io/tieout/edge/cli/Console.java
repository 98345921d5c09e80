package io.tieout.edge.cli;

import io.tieout.finding.Finding;
import io.tieout.money.CurrencyCode;
import io.tieout.money.Money;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Prints tables and messages for people. Text that came from outside is cleaned of control characters, so that it can
 * never move the cursor or forge a line.
 */
final class Console {

    /** Control characters and the bidirectional overrides that can make text read differently than it is. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]");

    private final PrintWriter out;

    Console(PrintWriter out) {
        this.out = out;
    }

    void line(String text) {
        out.println(clean(text));
    }

    void blank() {
        out.println();
    }

    void heading(String text) {
        out.println();
        out.println(clean(text));
        out.println("-".repeat(clean(text).length()));
    }

    /** A table; columns whose heading begins with {@code >} are right-aligned. */
    void table(List<String> headings, List<List<String>> rows) {
        var widths = new ArrayList<Integer>();
        for (var i = 0; i < headings.size(); i++) {
            var column = i;
            widths.add(Math.max(
                    title(headings.get(i)).length(),
                    rows.stream()
                            .mapToInt(r -> clean(r.get(column)).length())
                            .max()
                            .orElse(0)));
        }
        out.println(row(headings.stream().map(Console::title).toList(), headings, widths));
        out.println(row(widths.stream().map("-"::repeat).toList(), headings, widths));
        rows.forEach(r -> out.println(row(r, headings, widths)));
    }

    void findings(List<Finding> findings) {
        findings.forEach(f -> {
            out.println();
            f.text().lines().forEach(l -> out.println(clean(l)));
        });
    }

    void flush() {
        out.flush();
    }

    /** {@code 1,234.50}; a negative amount has a minus sign. */
    static String money(long amountMinor, CurrencyCode currency) {
        var plain = Money.of(Math.absExact(amountMinor), currency).toString();
        var dot = plain.indexOf('.');
        var whole = dot < 0 ? plain : plain.substring(0, dot);
        var grouped = new StringBuilder(whole);
        for (var i = whole.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return (amountMinor < 0 ? "-" : "") + grouped + (dot < 0 ? "" : plain.substring(dot));
    }

    /** The amount if it is a debit, else nothing. */
    static String debit(long signedMinor, CurrencyCode currency) {
        return signedMinor > 0 ? money(signedMinor, currency) : "";
    }

    /** The amount without its sign if it is a credit, else nothing. */
    static String credit(long signedMinor, CurrencyCode currency) {
        return signedMinor < 0 ? money(Math.negateExact(signedMinor), currency) : "";
    }

    static String clean(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    /** The same for a text of several lines. */
    static String cleanLines(String text) {
        return text.lines().map(Console::clean).collect(Collectors.joining("\n"));
    }

    private static String title(String heading) {
        return heading.startsWith(">") ? heading.substring(1) : heading;
    }

    private static String row(List<String> cells, List<String> headings, List<Integer> widths) {
        var text = new StringBuilder();
        for (var i = 0; i < cells.size(); i++) {
            var cell = clean(cells.get(i));
            var pad = " ".repeat(widths.get(i) - cell.length());
            text.append(i == 0 ? "" : "  ").append(headings.get(i).startsWith(">") ? pad + cell : cell + pad);
        }
        return text.toString().stripTrailing();
    }
}
