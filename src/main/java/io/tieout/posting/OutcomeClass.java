package io.tieout.posting;

/** What an answer says about a write. The list is closed: whatever is not on it is unknown. */
public enum OutcomeClass {
    /** Answered without a fault, with an id and the stored document. */
    APPLIED,
    /** Proven not to have happened: nothing was sent, or the documented throttle or gateway refused it. */
    NOT_APPLIED,
    /** A known validation fault for this very item. */
    REJECTED,
    /** Everything else. Silence is not failure. */
    UNKNOWN
}
