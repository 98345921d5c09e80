package io.tieout.sandbox.entrata.portfolio;

import java.time.YearMonth;

/**
 * What portfolio to generate. Equal plans give equal books.
 *
 * @param seed fixes everything random
 * @param properties number of properties
 * @param unitsPerProperty units of each property
 * @param firstMonth first post month with lines
 * @param months number of consecutive months; the last one is the open one
 * @param linesAtLeast GL lines of both bases together; reached by journal entries when the residents and vendors make fewer
 * @param yearEndClose whether December ends with an entry that closes income and expense to equity
 * @param irregularities what is untidy, and how often
 */
public record PortfolioPlan(
        long seed,
        int properties,
        int unitsPerProperty,
        YearMonth firstMonth,
        int months,
        int linesAtLeast,
        boolean yearEndClose,
        Irregularities irregularities) {

    /** GL lines that one unit makes in one month on both bases, measured over several seeds and sizes. */
    private static final int LINES_PER_UNIT_MONTH = 9;

    private static final int UNITS_PER_PROPERTY = 120;

    public PortfolioPlan {
        if (properties < 1 || properties > 5_000 || unitsPerProperty < 1 || unitsPerProperty > 5_000) {
            throw new IllegalArgumentException("A portfolio has 1 to 5000 properties of 1 to 5000 units, not "
                    + properties + " of " + unitsPerProperty);
        }
        if (months < 1 || months > 240) {
            throw new IllegalArgumentException("A portfolio has 1 to 240 months, not " + months);
        }
        if (linesAtLeast < 0 || linesAtLeast > 20_000_000) {
            throw new IllegalArgumentException("A portfolio has 0 to 20,000,000 GL lines, not " + linesAtLeast);
        }
    }

    /** A portfolio of about so many GL lines over both bases, never fewer, ending in October 2026. */
    public static PortfolioPlan ofLines(long seed, int lines, int months) {
        var units = Math.max(2, lines / (LINES_PER_UNIT_MONTH * months));
        var properties = Math.max(2, (units + UNITS_PER_PROPERTY - 1) / UNITS_PER_PROPERTY);
        var each = Math.max(1, units / properties);
        var first = YearMonth.of(2026, 10).minusMonths(months - 1L);
        return new PortfolioPlan(seed, properties, each, first, months, lines, false, Irregularities.usual());
    }

    public PortfolioPlan with(Irregularities other) {
        return new PortfolioPlan(
                seed, properties, unitsPerProperty, firstMonth, months, linesAtLeast, yearEndClose, other);
    }

    public PortfolioPlan closingYears() {
        return new PortfolioPlan(
                seed, properties, unitsPerProperty, firstMonth, months, linesAtLeast, true, irregularities);
    }

    public YearMonth lastMonth() {
        return firstMonth.plusMonths(months - 1L);
    }
}
