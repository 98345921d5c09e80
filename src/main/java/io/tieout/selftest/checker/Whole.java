package io.tieout.selftest.checker;

import java.util.List;

/** Goes through every document once more, without trusting what was noted on the way. */
final class Whole {

    private final Findings findings;
    private final Ledger ledger;
    private final Documents documents;

    Whole(Findings findings, Ledger ledger, Documents documents) {
        this.findings = findings;
        this.ledger = ledger;
        this.documents = documents;
    }

    void check(List<Document> all) {
        all.forEach(this::document);
        for (var posting : ledger.postings.values()) {
            if (Edges.isMatched(posting.state)) {
                documents.matched(posting);
            }
            var ours = documents.standing(posting.company, posting.marker).stream()
                    .filter(d -> d.madeBy() > 0)
                    .toList();
            boolean known = ours.size() <= 1 || posting.state.equals(Edges.QUARANTINED);
            if (findings.broken(Invariant.I1, known)) {
                findings.add(
                        Invariant.I1,
                        posting.place(),
                        "one document, or a quarantine that says there are more",
                        ours.size() + " documents, " + posting.state);
            }
        }
    }

    private void document(Document document) {
        if (!documents.isAsLastSeen(document)) {
            throw new IllegalStateException("the target's state changed without saying so: " + document
                    + "; a judge that is not told cannot judge");
        }
        if (!document.live() || document.madeBy() == 0 || !documents.isOurs(document)) {
            return;
        }
        boolean planned = ledger.byMarker(document.company(), document.marker()) != null;
        if (findings.broken(Invariant.I2, planned)) {
            findings.add(Invariant.I2, document.place(), "an intent with its marker", "none");
        }
    }
}
