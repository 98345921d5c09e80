package io.tieout.flow;

import io.tieout.finding.Finding;
import io.tieout.flow.port.Ledger.Attempt;
import io.tieout.flow.port.Ledger.AttemptRow;
import io.tieout.flow.port.Ledger.PostingRow;
import io.tieout.flow.port.Ledger.Verdict;
import io.tieout.flow.port.TargetBooks;
import io.tieout.mapping.CompanyKey;
import io.tieout.plan.Marker;
import io.tieout.plan.PlannedDocument;
import io.tieout.posting.Look;
import io.tieout.posting.PostingState;
import io.tieout.posting.Resolution;
import io.tieout.posting.TargetDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settles postings whose outcome is unknown, before anything new goes to the company: looks twice, in two ways, with a
 * positive control, and never sends without proven absence.
 */
final class Resolve {

    /** Clocks of two machines may differ by this much when a creation time is compared with an attempt. */
    private static final Duration CLOCK_MARGIN = Duration.ofMinutes(10);

    /** After so many sends a posting waits for a person. */
    private static final int ATTEMPTS_MAX = 4;

    private final Tools tools;
    private final TargetBooks target;
    private final CompanyKey company;

    Resolve(Tools tools, TargetBooks target, CompanyKey company) {
        this.tools = tools;
        this.target = target;
        this.company = company;
    }

    PostReport run() {
        var doubtful = tools.ledger().postings(company, Set.of(PostingState.SENT, PostingState.UNKNOWN));
        var confirmed = tools.ledger().postings(company, Set.of(PostingState.CONFIRMED));
        var report = PostReport.nothing();
        if (!doubtful.isEmpty() || !confirmed.isEmpty()) {
            var all = new ArrayList<>(doubtful);
            all.addAll(confirmed);
            report = report.plus(settle(all));
        }
        var waiting = tools.ledger().postings(company, Set.of(PostingState.INTENT));
        return waiting.isEmpty() || report.unknown() > 0
                ? report
                : report.plus(new Posting(tools, target, company).resume(waiting));
    }

    private PostReport settle(List<PostingRow> rows) {
        tools.progress().begin("looking up documents of unknown outcome", rows.size());
        var attempts = new HashMap<String, List<AttemptRow>>();
        rows.forEach(r -> attempts.put(r.postingId(), tools.ledger().attempts(r.postingId())));
        waitUntilSettled(attempts);
        var first = look(rows, attempts);
        Pauses.sleep(tools.clock(), tools.settle().betweenLooks());
        var second = look(rows, attempts);
        var verdicts = new ArrayList<Verdict>();
        var findings = new ArrayList<Finding>();
        var tally = new int[3];
        var recoveredMinor = 0L;
        for (var row : rows) {
            var document = tools.ledger().document(row);
            var earliest = earliest(row, attempts).minus(CLOCK_MARGIN);
            var resolution = Resolution.of(document, looked(first, row), looked(second, row), earliest);
            var state = state(resolution, sent(attempts, row).size());
            verdicts.add(new Verdict(row.postingId(), state, resolution.target(), resolution.evidence()));
            switch (resolution.kind()) {
                case FOUND -> {
                    tally[0]++;
                    recoveredMinor += row.totalMinor();
                }
                case QUARANTINE -> {
                    tally[1]++;
                    findings.add(quarantined(row, document, resolution));
                }
                case UNDECIDED -> {
                    tally[2]++;
                    findings.add(undecided(row, resolution));
                }
                case ABSENT -> {
                    if (state == PostingState.UNKNOWN) {
                        tally[2]++;
                        findings.add(tooOften(row, sent(attempts, row).size()));
                    }
                }
            }
        }
        tools.ledger().recordVerdicts(verdicts);
        return new PostReport(
                tally[0], recoveredMinor, tally[0], 0, tally[1], tally[2], 0, 0, Optional.empty(), findings);
    }

    private static PostingState state(Resolution resolution, int attempts) {
        return switch (resolution.kind()) {
            case FOUND -> PostingState.MATCHED;
            case QUARANTINE -> PostingState.QUARANTINED;
            case UNDECIDED -> PostingState.UNKNOWN;
            case ABSENT -> attempts >= ATTEMPTS_MAX ? PostingState.UNKNOWN : PostingState.INTENT;
        };
    }

    private void waitUntilSettled(Map<String, List<AttemptRow>> attempts) {
        var last = attempts.values().stream()
                .flatMap(List::stream)
                .map(a -> a.attempt().at())
                .max(Comparator.naturalOrder());
        last.ifPresent(at -> {
            var wait =
                    Duration.between(tools.clock().now(), at.plus(tools.settle().beforeFirstLook()));
            if (!wait.isNegative() && !wait.isZero()) {
                tools.progress()
                        .note("waiting " + wait.toSeconds() + " s: a late answer must be able to show before we look");
                Pauses.sleep(tools.clock(), wait);
            }
        });
    }

    /** One look at every doubtful document, by both searches, with one control for all. */
    private Map<Marker, Look> look(List<PostingRow> rows, Map<String, List<AttemptRow>> attempts) {
        var since = rows.stream()
                .map(r -> earliest(r, attempts))
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(CLOCK_MARGIN);
        var created = target.createdSince(since);
        var byMarker =
                created.map(list -> list.stream().collect(Collectors.groupingBy(TargetDocument::documentNumber)));
        var found = new LinkedHashMap<Marker, Optional<List<TargetDocument>>>();
        rows.forEach(r -> found.put(r.marker(), target.findByMarker(r.marker())));
        var control = controlSeen(rows, found);
        var looks = new HashMap<Marker, Look>();
        rows.forEach(r -> looks.put(
                r.marker(),
                new Look(
                        found.getOrDefault(r.marker(), Optional.empty()),
                        byMarker.map(m -> m.getOrDefault(r.marker().value(), List.of())),
                        control)));
        return looks;
    }

    /**
     * A search is trusted when it finds a document that is known to exist: the last one confirmed, or another of the same
     * look. Before the first document of a company there is none; then an empty company is the control: it must show no
     * journal entry at all.
     */
    private boolean controlSeen(List<PostingRow> rows, Map<Marker, Optional<List<TargetDocument>>> found) {
        if (found.values().stream().anyMatch(f -> !f.orElse(List.of()).isEmpty())) {
            return true;
        }
        var known = tools.ledger().postings(company, Set.of(PostingState.MATCHED, PostingState.VERIFIED)).stream()
                .max(Comparator.comparing(PostingRow::intentAt));
        if (known.isPresent()) {
            return target.findByMarker(known.get().marker())
                    .map(list -> !list.isEmpty())
                    .orElse(false);
        }
        return target.createdSince(Instant.EPOCH).map(List::isEmpty).orElse(false);
    }

    private static Look looked(Map<Marker, Look> looks, PostingRow row) {
        return looks.getOrDefault(row.marker(), new Look(Optional.empty(), Optional.empty(), false));
    }

    private static List<AttemptRow> sent(Map<String, List<AttemptRow>> attempts, PostingRow row) {
        return attempts.getOrDefault(row.postingId(), List.of());
    }

    private static Instant earliest(PostingRow row, Map<String, List<AttemptRow>> attempts) {
        return sent(attempts, row).stream()
                .map(AttemptRow::attempt)
                .map(Attempt::at)
                .min(Comparator.naturalOrder())
                .orElse(row.intentAt());
    }

    private static Finding quarantined(PostingRow row, PlannedDocument document, Resolution resolution) {
        return Finding.of(
                FlowCode.QUARANTINED,
                "document " + row.marker() + ", target id "
                        + resolution.target().orElse("?"),
                "once, as planned, dated " + document.entry().date(),
                resolution.evidence(),
                "Nothing more is written for it. Compare both with `tieout explain " + row.marker()
                        + "`, mend the target by hand, then run `tieout resolve`.");
    }

    private static Finding undecided(PostingRow row, Resolution resolution) {
        return Finding.of(
                FlowCode.UNKNOWN_OUTCOME,
                "document " + row.marker(),
                "to be found, or to be proven absent",
                resolution.evidence(),
                "It is not sent again. Run `tieout resolve` later; new postings of the company wait for it.");
    }

    private static Finding tooOften(PostingRow row, int attempts) {
        return Finding.of(
                FlowCode.UNKNOWN_OUTCOME,
                "document " + row.marker(),
                "to stand after " + attempts + " sends",
                "absent each time",
                "Look into the target's log with its support before it is sent again.");
    }
}
