package io.tieout.posting;

import io.tieout.plan.PlannedDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * The verdict on a posting whose outcome is unknown, from two looks into the target.
 *
 * <p>"Not found" is no proof of absence by itself: both searches must complete, agree, see a known document, and say the
 * same twice (docs/decisions, unknown outcomes).
 *
 * @param target id of the document it is about, when there is one
 * @param evidence in words, kept in the ledger
 */
public record Resolution(Kind kind, Optional<String> target, String evidence) {

    public enum Kind {
        /** Found once, equal to the plan. */
        FOUND,
        /** Proven absent: the stored bytes may be sent again. */
        ABSENT,
        /** Found, but not as planned, or more than once: no further write, a person must look. */
        QUARANTINE,
        /** Cannot tell. Stays unknown and is not sent. */
        UNDECIDED
    }

    /**
     * @param earliest the time of the first attempt less a margin for clocks; a document made before it is not ours
     */
    public static Resolution of(PlannedDocument planned, Look first, Look second, Instant earliest) {
        if (!first.controlSeen() || !second.controlSeen()) {
            return undecided("a search of the same shape did not find a document that is known to exist");
        }
        if (!first.complete() || !second.complete()) {
            return undecided("a search did not complete");
        }
        if (!first.agrees() || !second.agrees()) {
            return undecided("the search by number and the list of created entries disagree");
        }
        var found = second.byMarker().orElseThrow();
        if (found.size() > 1) {
            return new Resolution(
                    Kind.QUARANTINE,
                    Optional.of(found.get(0).id()),
                    found.size() + " entries carry the number " + planned.marker());
        }
        if (found.isEmpty()) {
            return first.byMarker().orElseThrow().isEmpty()
                    ? new Resolution(Kind.ABSENT, Optional.empty(), "absent in two complete looks of both searches")
                    : undecided("the first look found an entry and the second did not");
        }
        return judge(planned, found.get(0), earliest);
    }

    private static Resolution judge(PlannedDocument planned, TargetDocument found, Instant earliest) {
        if (found.createdAt().map(c -> c.isBefore(earliest)).orElse(false)) {
            return new Resolution(
                    Kind.QUARANTINE,
                    Optional.of(found.id()),
                    "entry " + found.id() + " carries our number but was made before our attempt");
        }
        var differences = EchoComparison.differences(planned, found);
        return differences.isEmpty()
                ? new Resolution(Kind.FOUND, Optional.of(found.id()), "found once, equal to the plan")
                : new Resolution(
                        Kind.QUARANTINE,
                        Optional.of(found.id()),
                        "entry " + found.id() + " carries our number but differs: " + String.join("; ", differences));
    }

    private static Resolution undecided(String why) {
        return new Resolution(Kind.UNDECIDED, Optional.empty(), why);
    }
}
