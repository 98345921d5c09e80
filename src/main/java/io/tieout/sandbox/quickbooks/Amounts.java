package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of money on the wire and in the books: whole cents inside, decimals outside, never binary fractions. */
final class Amounts {
    /** Figure quoted by import tools: ten digits before the point, five after [C]. */
    private static final int INTEGER_DIGITS_MAX = 10;

    private static final int FRACTION_DIGITS_MAX = 5;

    private Amounts() {}

    /**
     * Cents of an amount in a request. More than two decimals are rounded half up without a word, as the user interface
     * does [K]: whoever compares the answer with what was sent will notice.
     */
    static long cents(JsonNode node) {
        BigDecimal amount;
        try {
            amount = node.isNumber()
                    ? node.decimalValue()
                    : new BigDecimal(node.asText().trim());
        } catch (NumberFormatException e) {
            throw QuickBooksFault.badNumber(node.asText());
        }
        boolean tooLong = amount.precision() - amount.scale() > INTEGER_DIGITS_MAX
                || amount.stripTrailingZeros().scale() > FRACTION_DIGITS_MAX;
        if (tooLong) {
            throw QuickBooksFault.badNumber(node.asText());
        }
        return amount.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    /** As QuickBooks writes numbers: 1450.0 and 25.54, and a bare 0 [R]. The scale sent in is lost. */
    static ValueNode number(long cents) {
        if (cents == 0) {
            return IntNode.valueOf(0);
        }
        BigDecimal amount = BigDecimal.valueOf(cents, 2);
        return DecimalNode.valueOf(cents % 10 == 0 ? amount.setScale(1, RoundingMode.UNNECESSARY) : amount);
    }

    /** As reports write amounts: two decimals, a minus sign for the other side. */
    static String text(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /** As reports write amounts where nothing is an empty string. */
    static String textOrEmpty(long cents) {
        return cents == 0 ? "" : text(cents);
    }
}
