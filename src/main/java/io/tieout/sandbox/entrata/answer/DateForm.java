package io.tieout.sandbox.entrata.answer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Written forms of a day (entrata-api.md 2.8). */
public enum DateForm {
    /** {@code 2026/10/02}; getGlTransactions. */
    GL("yyyy/MM/dd"),
    /** {@code 10/02/2026}; lease ledgers, invoices r1, allocations. */
    US("MM/dd/yyyy"),
    /** {@code 2026-10-02}; AR invoices, invoices r2. */
    ISO("yyyy-MM-dd"),
    /** {@code 10/02/2026 09:14}, 16 characters, Mountain time; getArPayments. A bare day shows midnight. */
    US_WITH_TIME("MM/dd/yyyy HH:mm");

    private final DateTimeFormatter format;

    DateForm(String pattern) {
        this.format = DateTimeFormatter.ofPattern(pattern, Locale.US);
    }

    String text(LocalDate date) {
        return format.format(date.atStartOfDay());
    }

    /** A day and time in the one form that has a time. */
    static String text(java.time.LocalDateTime at) {
        return US_WITH_TIME.format.format(at);
    }
}
