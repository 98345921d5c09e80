package io.tieout.tie;

import io.tieout.plan.PlannedDocument;
import io.tieout.posting.PostingState;

/** One entry that the ledger says stands in the target. */
public record OurEntry(PlannedDocument document, PostingState state) {}
