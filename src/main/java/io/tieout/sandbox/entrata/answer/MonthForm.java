package io.tieout.sandbox.entrata.answer;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Written forms of a post month (entrata-api.md 2.8). */
public enum MonthForm {
    /** {@code Oct,2026}; getGlTransactions. */
    NAME("MMM,yyyy", 1),
    /** {@code 10/01/2026}; lease ledgers, invoices r1. */
    US_DAY("MM/dd/yyyy", 1),
    /** {@code 2026-10-01}; invoices r2. */
    ISO_DAY("yyyy-MM-dd", 1),
    /** {@code 2026-10-10}; one documented sample of invoices r2 has day 10. */
    ISO_DAY_TEN("yyyy-MM-dd", 10),
    /** {@code 10/2026}; PostMonths of getProperties. */
    SHORT("MM/yyyy", 1);

    private final DateTimeFormatter format;
    private final int day;

    MonthForm(String pattern, int day) {
        this.format = DateTimeFormatter.ofPattern(pattern, Locale.US);
        this.day = day;
    }

    String text(YearMonth month) {
        return format.format(month.atDay(day));
    }
}
