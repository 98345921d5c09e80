package io.tieout.posting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What to do next about postings of unknown outcome (safety paper, section 2.4). Pure and total.
 *
 * <p>Wait until a late answer must have shown itself; look; wait; look again; then conclude. Absence that was proven is
 * good for a resend at once and for nothing later: a run that finds an absent document unsent looks again.
 */
public enum ResolverStep {
    /** The last byte left too short a time ago to look. */
    WAIT_TO_SETTLE,
    LOOK,
    /** The second look must not follow too close on the first: a search may lag behind the books. */
    WAIT_BETWEEN_LOOKS,
    LOOK_AGAIN,
    CONCLUDE;

    /** How often a document may be sent again after it was proven absent; then a person decides. */
    public static final int RESENDS_MAX = 3;

    /**
     * Waiting times.
     *
     * @param beforeFirstLook from the last byte sent to the first look: the time-out of a call and a margin
     * @param betweenLooks from the first look to the second: longer than a search may lag behind
     */
    public record Waits(Duration beforeFirstLook, Duration betweenLooks) {}

    /**
     * The next step for postings that are looked up together.
     *
     * @param lastSent when the last call with any of them was made; absent when none was, and there is nothing to wait for
     */
    public static ResolverStep next(
            Instant now,
            Optional<Instant> lastSent,
            Optional<Instant> firstLook,
            Optional<Instant> secondLook,
            Waits waits) {
        if (firstLook.isEmpty()) {
            return lastSent.isPresent() && now.isBefore(lastSent.get().plus(waits.beforeFirstLook()))
                    ? WAIT_TO_SETTLE
                    : LOOK;
        }
        if (secondLook.isEmpty()) {
            return now.isBefore(firstLook.get().plus(waits.betweenLooks())) ? WAIT_BETWEEN_LOOKS : LOOK_AGAIN;
        }
        return CONCLUDE;
    }

    /**
     * What two looks make of a posting.
     *
     * @param sends calls it was part of so far
     */
    public static PostingEvent conclude(Resolution.Kind kind, int sends) {
        return switch (kind) {
            case FOUND -> PostingEvent.FOUND;
            case QUARANTINE -> PostingEvent.FOUND_OTHERWISE;
            case UNDECIDED -> PostingEvent.UNDECIDED;
            case ABSENT -> sends > RESENDS_MAX ? PostingEvent.GIVEN_UP : PostingEvent.ABSENT;
        };
    }
}
