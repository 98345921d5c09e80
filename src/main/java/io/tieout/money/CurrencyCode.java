package io.tieout.money;

import java.util.Currency;

/**
 * An ISO 4217 currency.
 *
 * @param code three capital letters, for example {@code USD}
 */
public record CurrencyCode(String code) {

    public static final CurrencyCode USD = new CurrencyCode("USD");

    public CurrencyCode {
        if (!isKnown(code)) {
            throw new IllegalArgumentException("not an ISO 4217 currency: '" + code + "'");
        }
    }

    /** Whether a text names a currency of ISO 4217 that has minor units we can count in. */
    public static boolean isKnown(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Decimal places of the currency: 2 for USD, 0 for JPY. */
    public int decimals() {
        return Currency.getInstance(code).getDefaultFractionDigits();
    }

    @Override
    public String toString() {
        return code;
    }
}
