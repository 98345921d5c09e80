package io.tieout.store.ledger;

import static io.tieout.posting.PostingState.CONFIRMED;
import static io.tieout.posting.PostingState.INTENT;
import static io.tieout.posting.PostingState.MATCHED;
import static io.tieout.posting.PostingState.QUARANTINED;
import static io.tieout.posting.PostingState.REJECTED;
import static io.tieout.posting.PostingState.SENT;
import static io.tieout.posting.PostingState.UNKNOWN;
import static io.tieout.posting.PostingState.VERIFIED;

import io.tieout.posting.PostingState;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The edges a posting may take (safety 2.2). One that is not here is a defect, and is refused before it is stored; {@code
 * verify --deep} walks the events along the same edges (I11).
 */
final class Transitions {

    private static final Map<PostingState, Set<PostingState>> EDGES = new EnumMap<>(PostingState.class);

    static {
        EDGES.put(INTENT, EnumSet.of(SENT, REJECTED, QUARANTINED));
        // Back to INTENT: proven not applied, the stored bytes may be sent again.
        EDGES.put(SENT, EnumSet.of(INTENT, UNKNOWN, CONFIRMED, MATCHED, REJECTED, QUARANTINED));
        EDGES.put(UNKNOWN, EnumSet.of(INTENT, UNKNOWN, CONFIRMED, MATCHED, REJECTED, QUARANTINED));
        EDGES.put(CONFIRMED, EnumSet.of(CONFIRMED, MATCHED, QUARANTINED));
        EDGES.put(MATCHED, EnumSet.of(MATCHED, VERIFIED, QUARANTINED));
        EDGES.put(VERIFIED, EnumSet.of(VERIFIED, MATCHED, QUARANTINED));
        // A person looked: it stands as planned after all, or it does not stand.
        EDGES.put(QUARANTINED, EnumSet.of(QUARANTINED, CONFIRMED, MATCHED, REJECTED));
        // Its claims are released; its lines may be posted by another document only.
        EDGES.put(REJECTED, EnumSet.noneOf(PostingState.class));
    }

    private Transitions() {}

    static boolean isLegal(PostingState from, PostingState to) {
        return EDGES.getOrDefault(from, Set.of()).contains(to);
    }

    static void demand(String postingId, PostingState from, PostingState to) {
        if (!isLegal(from, to)) {
            throw new IllegalStateException("posting " + postingId + " is " + from + " and cannot become " + to);
        }
    }
}
