package io.tieout.store.mapping;

import io.tieout.fact.PostMonth;
import io.tieout.mapping.AccountReference;
import io.tieout.mapping.DidYouMean;
import io.tieout.mapping.MappingCode;
import io.tieout.mapping.SourcePlace;
import io.tieout.money.CurrencyCode;
import io.tieout.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One written value with its place, and the ways to read it. What cannot be read is reported, once. */
record Value(String text, String name, SourcePlace place, Faults faults) {

    /** Characters of one text; longer ones are a file gone wrong. */
    private static final int LENGTH_MAX = 400;

    private static final Pattern MONTH = Pattern.compile("20\\d\\d-(0[1-9]|1[0-2])");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    static Optional<Value> of(YamlNode node, String name, Faults faults) {
        if (node instanceof YamlNode.Scalar scalar) {
            return clean(new Value(scalar.text(), name, scalar.place(), faults));
        }
        if (!(node instanceof YamlNode.Broken)) {
            faults.add(
                    MappingCode.WRONG_KIND,
                    node.place(),
                    "one text for " + name,
                    node.words(),
                    "write the value behind the colon, on the same line");
        }
        return Optional.empty();
    }

    private static Optional<Value> clean(Value value) {
        if (value.text.length() > LENGTH_MAX) {
            return value.refuse(
                    "at most " + LENGTH_MAX + " characters", "shorten it; check the quotes before this place");
        }
        if (value.text.chars().anyMatch(Character::isISOControl)) {
            return value.refuse("text on one line", "write it on one line, without '|' or '>'");
        }
        if (value.text.isBlank() || !value.text.equals(value.text.strip())) {
            return value.refuse("a text without blanks around it", "remove the blanks inside the quotes");
        }
        return Optional.of(value);
    }

    Optional<String> asText() {
        return Optional.of(text);
    }

    Optional<String> matching(Pattern pattern, String expected, String next) {
        return pattern.matcher(text).matches() ? Optional.of(text) : refuse(expected, next);
    }

    /** One of a closed set of words. */
    <T> Optional<T> oneOf(Function<String, Optional<T>> reader, List<String> words) {
        var read = reader.apply(text);
        return read.isPresent() ? read : refuse("one of " + String.join(", ", words), adviceFrom(words));
    }

    Optional<Boolean> asYesOrNo() {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> refuse("true or false", "write true or false, in small letters and without quotes");
        };
    }

    Optional<PostMonth> asMonth() {
        return MONTH.matcher(text).matches()
                ? Optional.of(PostMonth.parse(text))
                : refuse(
                        "a post month from 2000-01 to 2099-12",
                        "write year, hyphen and two digits for the month, as 2026-10");
    }

    Optional<Integer> asNumber(int least, int most) {
        if (WHOLE.matcher(text).matches()) {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        }
        return refuse("a whole number from " + least + " to " + most, "write digits only");
    }

    Optional<CurrencyCode> asCurrency() {
        if (CurrencyCode.isKnown(text)) {
            return Optional.of(new CurrencyCode(text));
        }
        faults.add(
                MappingCode.CURRENCY_UNKNOWN,
                place,
                "a currency of ISO 4217, as USD",
                found(),
                "write its three capital letters");
        return Optional.empty();
    }

    /** An amount in minor units of the currency. */
    Optional<Long> asAmount(CurrencyCode currency) {
        if (AMOUNT.matcher(text).matches()) {
            try {
                return Optional.of(Money.parse(text, currency).amountMinor());
            } catch (ArithmeticException e) {
                return refuse(
                        "an amount with at most " + currency.decimals() + " decimal places",
                        "write it as " + currency + " has it");
            }
        }
        return refuse("an amount as 100000.00", "write digits and a decimal point; no sign, comma, blank or currency");
    }

    Optional<AccountReference> asAccount() {
        if (text.startsWith("id:")) {
            return reference(AccountReference.Kind.ID, text.substring(3));
        }
        if (text.startsWith("name:")) {
            return reference(AccountReference.Kind.NAME, text.substring(5));
        }
        return reference(AccountReference.Kind.NUMBER, text);
    }

    private Optional<AccountReference> reference(AccountReference.Kind kind, String value) {
        if (value.isBlank() || value.indexOf('*') >= 0 && kind == AccountReference.Kind.NUMBER) {
            return refuse(
                    "one account of the target", "write its number, id: with its id, or name: with its full name");
        }
        return Optional.of(new AccountReference(kind, value.strip()));
    }

    <T> Optional<T> refuse(String expected, String next) {
        faults.add(MappingCode.BAD_VALUE, place, expected + " for " + name, found(), next);
        return Optional.empty();
    }

    String found() {
        return text.isEmpty() ? "an empty text" : "'" + Words.shortened(text) + "'";
    }

    String adviceFrom(List<String> words) {
        return DidYouMean.of(text, words)
                .map(w -> "did you mean '" + w + "'?")
                .orElse("choose one of them; docs/mapping.md says what each does");
    }
}
