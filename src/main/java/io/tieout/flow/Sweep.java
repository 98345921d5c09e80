package io.tieout.flow;

import io.tieout.finding.Finding;
import io.tieout.flow.port.Ledger.PostingRow;
import io.tieout.flow.port.Ledger.Verdict;
import io.tieout.flow.port.TargetBooks;
import io.tieout.mapping.CompanyKey;
import io.tieout.posting.EchoComparison;
import io.tieout.posting.PostingEvent;
import io.tieout.posting.PostingState;
import io.tieout.posting.TargetDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks again, each night for eight days, at every document that was part of a call of unknown outcome: a call that was
 * taken for lost may arrive late and make a second document, or one that was given up (safety paper, F27). The extra is
 * quarantined and shown; nothing is voided without a person.
 */
final class Sweep {

    /** A week after the last doubtful call, and the night on which the week ends. */
    private static final Duration REACH = Duration.ofDays(8);

    private static final Set<PostingState> SETTLED =
            EnumSet.of(PostingState.MATCHED, PostingState.VERIFIED, PostingState.REJECTED);

    private final Tools tools;
    private final TargetBooks target;
    private final CompanyKey company;

    Sweep(Tools tools, TargetBooks target, CompanyKey company) {
        this.tools = tools;
        this.target = target;
        this.company = company;
    }

    PostReport run() {
        var since = tools.clock().now().minus(REACH);
        var rows = tools.ledger().doubtedSince(company, since).stream()
                .filter(row -> SETTLED.contains(row.state()))
                .toList();
        var verdicts = new ArrayList<Verdict>();
        var findings = new ArrayList<Finding>();
        for (var row : rows) {
            target.findByMarker(row.marker()).ifPresent(found -> {
                if (found.size() > (row.state() == PostingState.REJECTED ? 0 : 1)) {
                    var state = row.state().require(PostingEvent.SEEN_TOO_OFTEN);
                    verdicts.add(new Verdict(
                            row.postingId(), state, row.targetId().or(() -> first(found)), listed(row, found)));
                    findings.add(tooOften(row, found));
                } else if (row.state() == PostingState.MATCHED && isAsPlanned(row, found)) {
                    verdicts.add(new Verdict(
                            row.postingId(),
                            row.state().require(PostingEvent.SEEN_AGAIN),
                            Optional.of(found.get(0).id()),
                            "read again, once, equal to the plan"));
                }
            });
        }
        if (!verdicts.isEmpty()) {
            tools.ledger().recordVerdicts(verdicts);
        }
        return new PostReport(0, 0, 0, 0, findings.size(), 0, 0, 0, Optional.empty(), findings);
    }

    private boolean isAsPlanned(PostingRow row, List<TargetDocument> found) {
        return found.size() == 1
                && EchoComparison.differences(tools.ledger().document(row), found.get(0))
                        .isEmpty();
    }

    private static Optional<String> first(List<TargetDocument> found) {
        return oldestFirst(found).stream().map(TargetDocument::id).findFirst();
    }

    private static List<TargetDocument> oldestFirst(List<TargetDocument> found) {
        return found.stream()
                .sorted(Comparator.comparing((TargetDocument d) -> d.createdAt().orElse(Instant.MAX))
                        .thenComparing(TargetDocument::id))
                .toList();
    }

    private static String listed(PostingRow row, List<TargetDocument> found) {
        return oldestFirst(found).stream()
                .map(d -> "entry " + d.id()
                        + d.createdAt().map(at -> " made " + at).orElse(""))
                .collect(Collectors.joining(
                        ", ",
                        found.size() == 1 ? "one stands: " : found.size() + " stand: ",
                        " (" + row.marker() + ")"));
    }

    private static Finding tooOften(PostingRow row, List<TargetDocument> found) {
        var given = row.state() == PostingState.REJECTED;
        var oldest = oldestFirst(found);
        return Finding.of(
                FlowCode.DOUBLED,
                "document " + row.marker() + " (property " + row.key().property() + ", "
                        + row.key().month() + ")",
                given ? "not to stand: its lines were given back" : "to stand once",
                listed(row, found),
                (given
                                ? "A late call made it. Delete entry "
                                        + oldest.get(0).id()
                                : "A late call made a second one. Delete entry "
                                        + oldest.get(oldest.size() - 1).id())
                        + " in the target by hand, then run `tieout resolve`. Nothing is deleted by itself.");
    }
}
