package io.tieout.posting;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a posting stands. The names are stored; their order means nothing.
 *
 * <p>The edges are those of the safety paper, section 2.2, where a batch's own answer is the first reading of what was
 * stored. What may have been sent is looked for again before every resend, so a document that was proven absent in an
 * earlier run can still be found.
 */
public enum PostingState {
    /** Bytes, key, marker and claims are durable; nothing was sent, or what was sent is proven not to stand. */
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
    /** The target refused it for a known reason, or it was given up; its claims are released. */
    REJECTED,
    /** It stands, but not as planned, or twice, or is not ours: a person must look. No further write. */
    QUARANTINED;

    private static final Map<PostingState, Map<PostingEvent, PostingState>> EDGES = new EnumMap<>(PostingState.class);

    static {
        edges(INTENT)
                .to(SENT, PostingEvent.ATTEMPTED)
                .to(MATCHED, PostingEvent.FOUND)
                .to(QUARANTINED, PostingEvent.FOUND_OTHERWISE, PostingEvent.SEEN_TOO_OFTEN)
                .to(INTENT, PostingEvent.ABSENT)
                .to(REJECTED, PostingEvent.GIVEN_UP)
                .to(UNKNOWN, PostingEvent.UNDECIDED);
        edges(SENT)
                .to(CONFIRMED, PostingEvent.ANSWERED_APPLIED)
                .to(INTENT, PostingEvent.ANSWERED_NOT_APPLIED, PostingEvent.ABSENT)
                .to(REJECTED, PostingEvent.ANSWERED_REJECTED, PostingEvent.GIVEN_UP)
                .to(UNKNOWN, PostingEvent.ANSWERED_UNKNOWN, PostingEvent.UNDECIDED)
                .to(MATCHED, PostingEvent.FOUND)
                .to(QUARANTINED, PostingEvent.FOUND_OTHERWISE);
        edges(UNKNOWN)
                .to(INTENT, PostingEvent.ABSENT)
                .to(REJECTED, PostingEvent.GIVEN_UP)
                .to(UNKNOWN, PostingEvent.UNDECIDED)
                .to(MATCHED, PostingEvent.FOUND)
                .to(QUARANTINED, PostingEvent.FOUND_OTHERWISE);
        // The target named an id: not finding it is a contradiction for a person, never a reason to send.
        edges(CONFIRMED)
                .to(MATCHED, PostingEvent.ECHO_EQUAL, PostingEvent.FOUND)
                .to(
                        QUARANTINED,
                        PostingEvent.ECHO_DIFFERENT,
                        PostingEvent.FOUND_OTHERWISE,
                        PostingEvent.ABSENT,
                        PostingEvent.GIVEN_UP)
                .to(CONFIRMED, PostingEvent.UNDECIDED);
        edges(MATCHED).to(VERIFIED, PostingEvent.SEEN_AGAIN).to(QUARANTINED, PostingEvent.SEEN_TOO_OFTEN);
        edges(VERIFIED).to(VERIFIED, PostingEvent.SEEN_AGAIN).to(QUARANTINED, PostingEvent.SEEN_TOO_OFTEN);
        // Its claims are released; its lines may be posted by another document only. A late one is an extra.
        edges(REJECTED).to(QUARANTINED, PostingEvent.SEEN_TOO_OFTEN);
        // A person mended the target: it stands as planned after all, or it stands no more.
        edges(QUARANTINED)
                .to(MATCHED, PostingEvent.FOUND)
                .to(REJECTED, PostingEvent.ABSENT, PostingEvent.GIVEN_UP)
                .to(QUARANTINED, PostingEvent.FOUND_OTHERWISE, PostingEvent.UNDECIDED, PostingEvent.SEEN_TOO_OFTEN);
    }

    /** Where an event leads from here; absent when it cannot happen here, which is a defect of the caller. */
    public Optional<PostingState> after(PostingEvent event) {
        return Optional.ofNullable(EDGES.getOrDefault(this, Map.of()).get(event));
    }

    /** As {@link #after}, for a caller that knows the event can happen. */
    public PostingState require(PostingEvent event) {
        return after(event).orElseThrow(() -> new IllegalStateException(this + " knows no " + event));
    }

    /** Whether any event leads from here to there. */
    public boolean leadsTo(PostingState next) {
        return EDGES.getOrDefault(this, Map.of()).containsValue(next);
    }

    /** Whether the document is known to stand in the target as planned. */
    public boolean isPosted() {
        return this == MATCHED || this == VERIFIED;
    }

    private static Edges edges(PostingState from) {
        return new Edges(EDGES.computeIfAbsent(from, f -> new EnumMap<>(PostingEvent.class)));
    }

    private record Edges(Map<PostingEvent, PostingState> map) {
        Edges to(PostingState next, PostingEvent... events) {
            Arrays.stream(events).forEach(event -> map.put(event, next));
            return this;
        }
    }
}
