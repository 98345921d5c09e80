package io.tieout.plan;

import io.tieout.fact.FactKey;
import io.tieout.money.Side;
import java.util.List;
import java.util.Optional;

/**
 * One line of a journal entry.
 *
 * @param amountMinor always above zero; the side says the direction
 * @param memo text for the line in the target
 * @param facts the source lines it carries; one with {@code lines: detail}
 */
public record EntryLine(
        TargetAccount account,
        Side side,
        long amountMinor,
        Optional<TargetDimension> trackingClass,
        Optional<TargetDimension> location,
        Optional<String> name,
        String memo,
        List<FactKey> facts) {

    public EntryLine {
        if (amountMinor <= 0) {
            throw new IllegalArgumentException("an entry line needs an amount above zero: " + amountMinor);
        }
        facts = List.copyOf(facts);
    }

    public long signedMinor() {
        return side.sign() * amountMinor;
    }
}
