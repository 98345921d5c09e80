package io.tieout.posting;

/**
 * What an answer says about a write: the closed list of the safety paper, section 2.3. Whatever is not on it is unknown.
 */
public enum OutcomeClass {
    /** Answered without a fault, with an id and the stored document. */
    APPLIED(PostingEvent.ANSWERED_APPLIED),
    /** Proven not to have happened: nothing was sent, or the documented throttle or gateway refused it. */
    NOT_APPLIED(PostingEvent.ANSWERED_NOT_APPLIED),
    /** A known validation fault for this very item. */
    REJECTED(PostingEvent.ANSWERED_REJECTED),
    /** Everything else. Silence is not failure. */
    UNKNOWN(PostingEvent.ANSWERED_UNKNOWN);

    private final PostingEvent event;

    OutcomeClass(PostingEvent event) {
        this.event = event;
    }

    /** What it makes of the posting. */
    public PostingEvent event() {
        return event;
    }

    /** How the call as a whole was answered. */
    public enum Call {
        /** Proven that no byte of the request left. */
        NEVER_LEFT,
        /** No whole answer: a time-out, a reset, a cut-off or oversized body. */
        SILENT,
        /** The throttle or the gateway refused the call in its documented shape, before the books. */
        TURNED_AWAY,
        /** A whole answer with a status of success that lists what became of each item. */
        ANSWERED,
        /** A whole answer of any other kind: a server error, a redirect, a page, a fault of unknown shape. */
        UNCLEAR
    }

    /** What an answer that lists items says of one of them. */
    public enum ItemKind {
        /** The stored document, readable, with an id and of the status asked for. */
        STORED,
        /** A fault on the closed list of refusals. */
        REFUSED,
        /** A fault that is not on the list. */
        UNKNOWN_FAULT,
        /** A document that cannot be read, or of another status than asked for. */
        UNREADABLE,
        /** The answer does not name it. */
        MISSING,
        /** The answer names it more than once. */
        NAMED_TWICE
    }

    /** The class of one item of one call; total over both lists. What the item is matters only in an answered call. */
    public static OutcomeClass of(Call call, ItemKind item) {
        return switch (call) {
            case NEVER_LEFT, TURNED_AWAY -> NOT_APPLIED;
            case SILENT, UNCLEAR -> UNKNOWN;
            case ANSWERED ->
                switch (item) {
                    case STORED -> APPLIED;
                    case REFUSED -> REJECTED;
                    case UNKNOWN_FAULT, UNREADABLE, MISSING, NAMED_TWICE -> UNKNOWN;
                };
        };
    }
}
