package io.tieout.source.answer;

import io.tieout.money.CurrencyCode;
import io.tieout.money.Money;
import io.tieout.wire.Json;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The written forms of money (Entrata API contract, section 2.9), and no other: a JSON number, {@code 6.00}, {@code -6.00},
 * {@code $50.00}, {@code $-2416.66}, {@code 1,234.56}, {@code $1,234.56}, {@code ($70.00)}.
 *
 * <p>A sign stands where one of these shows it: before plain digits, after the currency sign, or as brackets around it.
 * Thousands are grouped wholly or not at all. Exponents, leading zeros and more decimal places than the currency has are
 * refused, and nothing is rounded. {@code -0.00} is zero.
 */
final class SourceAmounts {

    static final String FORMS = "6.00, -6.00, $50.00, $-50.00, 1,234.56, $1,234.56 or ($70.00)";

    private static final String DIGITS = "((?:0|[1-9]\\d*|[1-9]\\d{0,2}(?:,\\d{3})+)(?:\\.\\d+)?)";
    private static final Pattern SIGNED = Pattern.compile("\\$?(-?)" + DIGITS);
    private static final Pattern BRACKETED = Pattern.compile("\\(\\$" + DIGITS + "\\)");

    /** Longer than any amount that fits; keeps a hostile text from costing time. */
    private static final int TEXT_LENGTH_MAX = 32;

    private SourceAmounts() {}

    /** The amount in minor units, exactly; empty for any other form or size. */
    static OptionalLong minor(Json json, CurrencyCode currency) {
        if (json instanceof Json.Numeral numeral) {
            return numeral.scientific() ? OptionalLong.empty() : exact(numeral.value(), currency);
        }
        return json.text().map(text -> minor(text, currency)).orElse(OptionalLong.empty());
    }

    static OptionalLong minor(String text, CurrencyCode currency) {
        if (text.length() > TEXT_LENGTH_MAX) {
            return OptionalLong.empty();
        }
        Matcher m = SIGNED.matcher(text);
        if (m.matches()) {
            return exact(decimal(m.group(1), m.group(2)), currency);
        }
        m = BRACKETED.matcher(text);
        return m.matches() ? exact(decimal("-", m.group(1)), currency) : OptionalLong.empty();
    }

    private static BigDecimal decimal(String sign, String digits) {
        return new BigDecimal(sign + digits.replace(",", ""));
    }

    private static OptionalLong exact(BigDecimal value, CurrencyCode currency) {
        if (value.scale() > currency.decimals()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Money.of(value, currency).amountMinor());
        } catch (ArithmeticException tooLarge) {
            return OptionalLong.empty();
        }
    }
}
