package io.tieout.flow;

import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.flow.Resolve.Doubt;
import io.tieout.plan.PlannedDocument;
import io.tieout.posting.PostingState;
import io.tieout.posting.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what looking up showed, and finds the words for what is left to a person. */
final class ResolveTally {

    private int recovered;
    private long recoveredMinor;
    private int quarantined;
    private int refused;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, List<Doubt>> undecided = new LinkedHashMap<>();

    void add(Doubt doubt, PlannedDocument document, Resolution resolution, PostingState state) {
        switch (state) {
            case MATCHED -> {
                recovered++;
                recoveredMinor += doubt.row().totalMinor();
            }
            case QUARANTINED -> {
                quarantined++;
                findings.add(quarantined(doubt, document, resolution));
            }
            case UNKNOWN, CONFIRMED ->
                undecided
                        .computeIfAbsent(resolution.evidence(), w -> new ArrayList<>())
                        .add(doubt);
            case REJECTED -> {
                refused++;
                findings.add(givenUp(doubt));
            }
            // Proven absent: it goes out again in this run.
            case INTENT, SENT, VERIFIED -> {}
        }
    }

    PostReport report() {
        var all = new ArrayList<>(findings);
        undecided.forEach((evidence, doubts) -> all.add(undecided(doubts, evidence)));
        var unknown = undecided.values().stream().mapToInt(List::size).sum();
        return new PostReport(
                recovered, recoveredMinor, recovered, refused, quarantined, unknown, 0, 0, Optional.empty(), all);
    }

    private static Finding quarantined(Doubt doubt, PlannedDocument document, Resolution resolution) {
        var marker = doubt.row().marker();
        return Finding.of(
                FlowCode.QUARANTINED,
                "document " + marker
                        + resolution.target().map(id -> ", target id " + id).orElse(""),
                doubt.row().released()
                        ? "not to stand: its lines were given back to be posted otherwise"
                        : "once, as planned, dated " + document.entry().date(),
                resolution.evidence(),
                "Nothing more is written for it. Compare both with `tieout explain " + marker
                        + "`, mend the target by hand, then run `tieout resolve`.");
    }

    private static Finding undecided(List<Doubt> doubts, String evidence) {
        var first = doubts.get(0).row().marker();
        return Finding.of(
                FlowCode.UNKNOWN_OUTCOME,
                doubts.size() == 1 ? "document " + first : Count.of(doubts.size(), "document") + ", the first " + first,
                "to be found, or to be proven absent",
                evidence,
                "Nothing of it is sent again. Run `tieout resolve` later; new postings of the company wait for it.");
    }

    private static Finding givenUp(Doubt doubt) {
        var marker = doubt.row().marker();
        return Finding.of(
                FlowCode.REFUSED,
                "document " + marker,
                "to stand after " + doubt.attempts().size() + " sends",
                "absent each time",
                "Its lines are held. Look into the target's log with its support, then `tieout release " + marker
                        + "`.");
    }
}
