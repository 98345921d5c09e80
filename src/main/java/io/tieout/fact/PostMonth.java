package io.tieout.fact;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The accounting period of a line in the source. Not the transaction date and never a bare date.
 *
 * @param value year and month
 */
public record PostMonth(YearMonth value) implements Comparable<PostMonth> {

    public static PostMonth of(int year, int month) {
        return new PostMonth(YearMonth.of(year, month));
    }

    /** Reads {@code 2026-10}. */
    public static PostMonth parse(String yearDashMonth) {
        return new PostMonth(YearMonth.parse(yearDashMonth));
    }

    public static PostMonth of(LocalDate date) {
        return new PostMonth(YearMonth.from(date));
    }

    public PostMonth next() {
        return new PostMonth(value.plusMonths(1));
    }

    public PostMonth previous() {
        return new PostMonth(value.minusMonths(1));
    }

    public LocalDate firstDay() {
        return value.atDay(1);
    }

    public LocalDate lastDay() {
        return value.atEndOfMonth();
    }

    public boolean contains(LocalDate date) {
        return YearMonth.from(date).equals(value);
    }

    /** The date itself inside the month, else the month's first or last day (docs/accounting-rules, "Dates and months"). */
    public LocalDate clamp(LocalDate date) {
        if (date.isBefore(firstDay())) {
            return firstDay();
        }
        return date.isAfter(lastDay()) ? lastDay() : date;
    }

    public boolean isBefore(PostMonth other) {
        return compareTo(other) < 0;
    }

    public boolean isAfter(PostMonth other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(PostMonth other) {
        return value.compareTo(other.value);
    }

    /** {@code 2026-10}. */
    @Override
    public String toString() {
        return value.toString();
    }
}
