package io.tieout.selftest.checker;

import java.util.Map;
import java.util.Set;

/**
 * The state machine of a posting, as the judge knows it: safety paper 2.2, with batches, the create answer as the first
 * read-back, and refusals that release their claims.
 */
final class Edges {

    static final String INTENT = "INTENT";
    static final String SENT = "SENT";
    static final String UNKNOWN = "UNKNOWN";
    static final String CONFIRMED = "CONFIRMED";
    static final String MATCHED = "MATCHED";
    static final String VERIFIED = "VERIFIED";
    static final String REJECTED = "REJECTED";
    static final String QUARANTINED = "QUARANTINED";

    /** Where the answer to a call leads, by its class; only what was sent can be answered. */
    private static final Map<String, Set<String>> ANSWERS = Map.of(
            "APPLIED", Set.of(CONFIRMED, MATCHED),
            "NOT_APPLIED", Set.of(INTENT),
            "REJECTED", Set.of(REJECTED),
            "UNKNOWN", Set.of(UNKNOWN));

    /** Where a comparison or a search leads. */
    private static final Map<String, Set<String>> VERDICTS = Map.of(
            // Only when it may have been sent before: what never left cannot be found.
            INTENT, Set.of(INTENT, UNKNOWN, MATCHED, QUARANTINED, REJECTED),
            SENT, Set.of(INTENT, UNKNOWN, MATCHED, QUARANTINED, REJECTED),
            UNKNOWN, Set.of(INTENT, UNKNOWN, MATCHED, QUARANTINED, REJECTED),
            CONFIRMED, Set.of(CONFIRMED, MATCHED, QUARANTINED),
            MATCHED, Set.of(VERIFIED, QUARANTINED),
            VERIFIED, Set.of(VERIFIED, QUARANTINED),
            QUARANTINED, Set.of(QUARANTINED, MATCHED, REJECTED),
            // A late call may still make it stand: then a person must look.
            REJECTED, Set.of(QUARANTINED));

    private Edges() {}

    static boolean attempt(String from) {
        return from.equals(INTENT);
    }

    static boolean answer(String from, String outcome, String to) {
        return from.equals(SENT) && ANSWERS.getOrDefault(outcome, Set.of()).contains(to);
    }

    static boolean verdict(String from, String to, boolean mayHaveLeft) {
        return VERDICTS.getOrDefault(from, Set.of()).contains(to) && (mayHaveLeft || !from.equals(INTENT));
    }

    /** Whether the document is known to stand. */
    static boolean stands(String state) {
        return isMatched(state) || state.equals(CONFIRMED);
    }

    static boolean isMatched(String state) {
        return state.equals(MATCHED) || state.equals(VERIFIED);
    }

    static boolean isDoubtful(String state) {
        return state.equals(SENT) || state.equals(UNKNOWN);
    }

    static boolean isInert(String state) {
        return state.equals(QUARANTINED) || state.equals(REJECTED);
    }
}
