package io.tieout.posting;

/** Where a posting stands. The names are stored; their order means nothing. */
public enum PostingState {
    /** Bytes, key, marker and claims are durable; nothing was sent. */
    INTENT,
    /** An attempt is durable; bytes may have left. Found after a restart, it means unknown. */
    SENT,
    /** No answer that says applied or not applied. Blocks new postings to the company until it is examined. */
    UNKNOWN,
    /** The target answered that it stands, with an id. */
    CONFIRMED,
    /** What the target stored equals the plan. */
    MATCHED,
    /** A later pass read it again and found it equal. */
    VERIFIED,
    /** The target refused it for a known reason; its claims are released. */
    REJECTED,
    /** It stands, but not as planned, or twice, or is not ours: a person must look. No further write. */
    QUARANTINED;

    /** Whether the books may hold the document or will: its lines are in flight or posted. */
    public boolean holdsClaims() {
        return this != REJECTED;
    }

    /** Whether the document is known to stand in the target as planned. */
    public boolean isPosted() {
        return this == MATCHED || this == VERIFIED;
    }
}
