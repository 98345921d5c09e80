package io.tieout.sandbox.entrata.answer;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Written forms of an amount (entrata-api.md 2.9). */
public enum MoneyForm {
    /** JSON number; getArPayments, getArInvoices, getLeaseArTransactions. */
    NUMBER,
    /** {@code "-6.00"}; getGlTransactions, invoices r2, MITS. */
    PLAIN,
    /** {@code "$-2416.66"}, minus after the sign; invoices r1. */
    DISPLAY,
    /** {@code "-1,234.56"}; scheduled charges and others. */
    GROUPED,
    /** {@code "$1,234.56"}. */
    DISPLAY_GROUPED,
    /** {@code "($70.00)"} for negative amounts, {@code "$70.00"} for others. */
    PARENTHESES;

    static BigDecimal decimal(long minor) {
        return BigDecimal.valueOf(minor, 2);
    }

    String text(long minor) {
        var magnitude = decimal(Math.abs(minor));
        var sign = minor < 0 ? "-" : "";
        return switch (this) {
            case NUMBER, PLAIN -> sign + magnitude.toPlainString();
            case DISPLAY -> "$" + sign + magnitude.toPlainString();
            case GROUPED -> sign + grouped(magnitude);
            case DISPLAY_GROUPED -> "$" + sign + grouped(magnitude);
            case PARENTHESES -> minor < 0 ? "($" + grouped(magnitude) + ")" : "$" + grouped(magnitude);
        };
    }

    private static String grouped(BigDecimal magnitude) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(magnitude);
    }
}
