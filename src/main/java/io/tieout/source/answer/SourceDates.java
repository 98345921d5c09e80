package io.tieout.source.answer;

import io.tieout.fact.PostMonth;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The eight written forms of dates and post months (Entrata API contract, section 2.8), and no other.
 *
 * <p>Dates stay dates: the source states no zone, and an accounting date never passes through one. A post month written as
 * a date loses its day, whatever it is: one documented sample has day 10.
 */
final class SourceDates {

    static final String DATE_FORMS = "2026/10/02, 10/02/2026, 2026-10-02 or 10/02/2026 09:14";
    static final String MONTH_FORMS = "Oct,2026, 10/2026, 10/01/2026 or 2026-10-01";

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([/-])(\\d{2})\\2(\\d{2})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{2})/(\\d{2})/(\\d{4})");
    private static final Pattern WITH_TIME = Pattern.compile("(\\d{2})/(\\d{2})/(\\d{4}) (?:[01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern NAMED_MONTH = Pattern.compile("([A-Z][a-z]{2}),(\\d{4})");
    private static final Pattern NUMBERED_MONTH = Pattern.compile("(\\d{2})/(\\d{4})");

    /** Month names are English whatever the reader's language: the call asks for en-US. */
    private static final List<String> MONTH_NAMES =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private SourceDates() {}

    /** A date in one of its four forms; empty for anything else, days that do not exist included. */
    static Optional<LocalDate> date(String text) {
        Matcher m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            return day(m.group(1), m.group(3), m.group(4));
        }
        m = MONTH_FIRST.matcher(text);
        if (m.matches()) {
            return day(m.group(3), m.group(1), m.group(2));
        }
        m = WITH_TIME.matcher(text);
        return m.matches() ? day(m.group(3), m.group(1), m.group(2)) : Optional.empty();
    }

    /** A post month in one of its four forms; empty for anything else. */
    static Optional<PostMonth> month(String text) {
        Matcher m = NAMED_MONTH.matcher(text);
        if (m.matches()) {
            var number = MONTH_NAMES.indexOf(m.group(1)) + 1;
            return number == 0 ? Optional.empty() : Optional.of(PostMonth.of(number(m.group(2)), number));
        }
        m = NUMBERED_MONTH.matcher(text);
        if (m.matches()) {
            return day(m.group(2), m.group(1), "01").map(PostMonth::of);
        }
        // "2026/10/02" is documented as a date only; a month written so would be a new form, which is a finding.
        return text.indexOf('/') == 4 || text.length() != 10
                ? Optional.empty()
                : date(text).map(PostMonth::of);
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(number(year), number(month), number(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
