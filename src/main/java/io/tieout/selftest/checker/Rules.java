package io.tieout.selftest.checker;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the judge takes for granted about a history.
 *
 * @param marker form of our document numbers
 * @param twoPersons whether author and approver of a mapping must be two persons
 * @param quotas limits of calls
 */
public record Rules(Pattern marker, boolean twoPersons, List<Quota> quotas) {

    /**
     * Most calls of one company in a sliding window.
     *
     * @param writes whether only requests that write count
     * @param windowMicros length of the window
     */
    public record Quota(boolean writes, long windowMicros, int callsMax) {}

    public Rules {
        quotas = List.copyOf(quotas);
    }

    /** {@code TO} and 18 characters of base 32, two persons, no limit of calls. */
    public static Rules standard() {
        return new Rules(Pattern.compile("TO[0-9A-HJKMNP-TV-Z]{18}"), true, List.of());
    }

    public Rules withQuotas(Quota... limits) {
        return new Rules(marker, twoPersons, List.of(limits));
    }
}
