package io.tieout.plan;

import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which dates take no more postings: those the target has locked, and the months signed off here. That the source's month
 * advanced closes nothing.
 */
final class ClosedPeriods {

    private final Optional<LocalDate> closedThrough;
    private final Map<PropertyId, Set<PostMonth>> signedOff;

    ClosedPeriods(PlanInput input) {
        this.closedThrough = input.company().closedThrough();
        this.signedOff = input.signedOff();
    }

    boolean isClosed(PropertyId property, LocalDate date) {
        return closedThrough.map(c -> !date.isAfter(c)).orElse(false) || isSignedOff(property, PostMonth.of(date));
    }

    /** First month, not before the one given, of which every day is open. */
    PostMonth firstOpen(PropertyId property, PostMonth from) {
        var month = closedThrough
                .map(PostMonth::of)
                .map(PostMonth::next)
                .filter(m -> m.isAfter(from))
                .orElse(from);
        while (isSignedOff(property, month)) {
            month = month.next();
        }
        return month;
    }

    /** Why a date is closed, for messages. */
    String words(PropertyId property, LocalDate date) {
        if (isSignedOff(property, PostMonth.of(date))) {
            return PostMonth.of(date) + " is signed off";
        }
        return "the target is locked through "
                + closedThrough.map(LocalDate::toString).orElse("no date");
    }

    private boolean isSignedOff(PropertyId property, PostMonth month) {
        return signedOff.getOrDefault(property, Set.of()).contains(month);
    }
}
