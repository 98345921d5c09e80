package io.tieout.selftest.checker;

import java.util.Set;

/** Liveness: what must be over once faults have stopped and the bridge has run to rest. */
final class Rest {

    private static final Set<String> IN_FLIGHT = Set.of(Edges.INTENT, Edges.SENT, Edges.UNKNOWN);

    private final Findings findings;
    private final Ledger ledger;
    private final Marks marks;
    private final Expectation expectation;

    Rest(Findings findings, Ledger ledger, Marks marks, Expectation expectation) {
        this.findings = findings;
        this.ledger = ledger;
        this.marks = marks;
        this.expectation = expectation;
    }

    void check() {
        ledger.postings.values().forEach(this::posting);
        marks.open().forEach((id, state) -> {
            if (findings.broken(Invariant.L1, false)) {
                findings.add(Invariant.L1, "mark of " + id, "marked or blocked", state);
            }
        });
        for (var company : ledger.companies.values()) {
            if (findings.broken(Invariant.L3, company.openRuns.isEmpty())) {
                findings.add(
                        Invariant.L3,
                        "company " + company.key,
                        "an end of every run",
                        "still open: " + company.openRuns);
            }
        }
    }

    private void posting(Posting posting) {
        boolean excused =
                posting.state.equals(Edges.UNKNOWN) && expectation.searchFails().contains(posting.company);
        if (findings.broken(Invariant.L1, excused || !IN_FLIGHT.contains(posting.state))) {
            findings.add(Invariant.L1, posting.place(), "not in flight any more", posting.state);
        }
        if (findings.broken(Invariant.L2, !posting.state.equals(Edges.CONFIRMED))) {
            findings.add(Invariant.L2, posting.place(), "compared with its plan", posting.state);
        }
        var late = posting.lateOnTheWire;
        if (findings.broken(Invariant.I14, late == null) && late != null) {
            findings.add(
                    Invariant.I14,
                    posting.place(),
                    "a verdict after " + late.place() + ", which an earlier writer had on the wire",
                    posting.state + " without one");
        }
    }
}
