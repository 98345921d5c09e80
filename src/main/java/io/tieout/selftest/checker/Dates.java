package io.tieout.selftest.checker;

import java.time.LocalDate;
import java.time.YearMonth;

/** Which day a source line may be posted on (accounting rules, section 7). */
final class Dates {

    private Dates() {}

    /**
     * Openings: the day before the cutover month. Carried lines: a day after their month. Others: the post date, brought
     * into the post month; or the month's last day, where a month is posted as a whole.
     */
    static boolean allowed(String date, String purpose, String month, Fact.Version line) {
        var posted = LocalDate.parse(date);
        var postMonth = YearMonth.parse(month);
        if (purpose.equals("opening")) {
            return posted.equals(YearMonth.parse(line.postMonth()).atDay(1).minusDays(1));
        }
        if (!line.postMonth().equals(month)) {
            return false;
        }
        if (purpose.equals("carried")) {
            return posted.isAfter(postMonth.atEndOfMonth());
        }
        return posted.equals(clamped(LocalDate.parse(line.postDate()), postMonth))
                || posted.equals(postMonth.atEndOfMonth());
    }

    private static LocalDate clamped(LocalDate day, YearMonth month) {
        if (day.isBefore(month.atDay(1))) {
            return month.atDay(1);
        }
        return day.isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : day;
    }
}
