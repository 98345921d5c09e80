package io.tieout.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An amount of money in one currency, held as a whole number of minor units.
 *
 * <p>USD 25.95 is held as 2595. Arithmetic is exact: overflow and mixed currencies throw. Not for rates or quantities.
 *
 * @param amountMinor signed count of minor units (cents for USD); where a sign has a meaning it is debit positive
 * @param currency ISO 4217 code; fixes the number of decimal places
 */
public record Money(long amountMinor, CurrencyCode currency) implements Comparable<Money> {

    public static Money of(long amountMinor, CurrencyCode currency) {
        return new Money(amountMinor, currency);
    }

    public static Money zero(CurrencyCode currency) {
        return new Money(0, currency);
    }

    /**
     * Reads a plain decimal such as {@code -12.50}.
     *
     * @throws ArithmeticException when the text has more decimal places than the currency, or is too large
     * @throws NumberFormatException when it is no plain decimal
     */
    public static Money parse(String decimal, CurrencyCode currency) {
        return of(new BigDecimal(decimal), currency);
    }

    /**
     * Turns an exact decimal into minor units, never rounding.
     *
     * @throws ArithmeticException when the value has more decimal places than the currency, or is too large
     */
    public static Money of(BigDecimal decimal, CurrencyCode currency) {
        return new Money(
                decimal.movePointRight(currency.decimals())
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .longValueExact(),
                currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amountMinor, sameCurrency(other).amountMinor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amountMinor, sameCurrency(other).amountMinor), currency);
    }

    public Money negate() {
        return new Money(Math.negateExact(amountMinor), currency);
    }

    public Money abs() {
        return amountMinor < 0 ? negate() : this;
    }

    public boolean isZero() {
        return amountMinor == 0;
    }

    public Side side() {
        return Side.of(amountMinor);
    }

    /** The amount as an exact decimal with the currency's number of places. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(amountMinor, currency.decimals());
    }

    /**
     * Splits the amount by weights so that the parts always sum to the whole: largest remainder first, ties by position.
     *
     * @param weights non-negative, at least one above zero
     */
    public List<Money> allocate(List<Long> weights) {
        var total = weights.stream().mapToLong(Long::longValue).sum();
        if (total <= 0 || weights.stream().anyMatch(w -> w < 0)) {
            throw new IllegalArgumentException("weights must be non-negative and not all zero: " + weights);
        }
        var parts = new ArrayList<Long>();
        var remainders = new ArrayList<BigDecimal>();
        for (var weight : weights) {
            var exact = BigDecimal.valueOf(Math.abs(amountMinor)).multiply(BigDecimal.valueOf(weight));
            var quotient = exact.divideToIntegralValue(BigDecimal.valueOf(total));
            parts.add(quotient.longValueExact());
            remainders.add(exact.subtract(quotient.multiply(BigDecimal.valueOf(total))));
        }
        var left = Math.abs(amountMinor)
                - parts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i))
                        .reversed()
                        .thenComparing(i -> i))
                .limit(left)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        var sign = Long.signum(amountMinor);
        return parts.stream().map(p -> new Money(sign * p, currency)).toList();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amountMinor, sameCurrency(other).amountMinor);
    }

    /** Plain decimal without the currency, for example {@code -1234.50}. */
    @Override
    public String toString() {
        return toDecimal().toPlainString();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("mixed currencies: " + currency + " and " + other.currency);
        }
        return other;
    }
}
