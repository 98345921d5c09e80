package io.tieout.finding;

import io.tieout.money.Money;
import java.util.Optional;

/**
 * One finding, complete enough to be acted on without looking anything up.
 *
 * @param code what kind
 * @param place file with line and column, or system with record; for example {@code mappings/oak.yml:41:5}
 * @param expected what should have stood there
 * @param found what stood there; never a secret, never a bank number
 * @param next what to do next
 * @param difference expected minus found, where the finding is about an amount
 */
public record Finding(
        FindingCode code, String place, String expected, String found, String next, Optional<Money> difference) {

    public static Finding of(FindingCode code, String place, String expected, String found, String next) {
        return new Finding(code, place, expected, found, next, Optional.empty());
    }

    public Finding withDifference(Money signed) {
        return new Finding(code, place, expected, found, next, Optional.of(signed));
    }

    public boolean isError() {
        return code.severity() == Severity.ERROR;
    }

    /** The message as shown to a person: place, code and title on the first line, the rest indented. */
    public String text() {
        var text = new StringBuilder(place)
                .append("  ")
                .append(code.id())
                .append(' ')
                .append(code.title())
                .append("\n  expected: ")
                .append(expected)
                .append("\n  found:    ")
                .append(found);
        difference.ifPresent(
                d -> text.append("\n  difference: ").append(d).append(' ').append(d.currency()));
        return text.append("\n  next:     ").append(next).toString();
    }
}
