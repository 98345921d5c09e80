package io.tieout.tie;

import io.tieout.plan.PlannedDocument;
import io.tieout.posting.PostingState;

/** One entry of ours, in any state but refused. */
public record OurEntry(PlannedDocument document, PostingState state) {

    /** Whether the ledger says that it stands in the target. The others may stand there or not. */
    public boolean stands() {
        return switch (state) {
            case CONFIRMED, MATCHED, VERIFIED, QUARANTINED -> true;
            case INTENT, SENT, UNKNOWN, REJECTED -> false;
        };
    }

    /** Whether its lines count as journaled: it stands, and nothing speaks against its content. */
    public boolean isJournaled() {
        return stands() && state != PostingState.QUARANTINED;
    }

    public String number() {
        return document.marker().value();
    }
}
