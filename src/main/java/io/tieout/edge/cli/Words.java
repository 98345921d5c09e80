package io.tieout.edge.cli;

import io.tieout.flow.port.PlanStore;
import io.tieout.posting.PostingState;

/** States as a person says them. */
final class Words {

    private Words() {}

    static String of(PlanStore.State state) {
        return switch (state) {
            case PLANNED -> "not applied";
            case APPLIED -> "applied";
            case PARTLY_APPLIED -> "applied in part";
            case REFUSED -> "refused";
            case REJECTED -> "rejected";
        };
    }

    /** What a document's state means for the books. */
    static String of(PostingState state) {
        return switch (state) {
            case INTENT -> "begun, not sent";
            case SENT -> "sent, no answer recorded";
            case UNKNOWN -> "outcome unknown";
            case CONFIRMED -> "posted, not yet compared";
            case MATCHED -> "posted as planned";
            case VERIFIED -> "posted and read again";
            case REJECTED -> "refused by the target, not in the books";
            case QUARANTINED -> "quarantined: stands otherwise than planned";
        };
    }
}
