package io.tieout.flow;

import io.tieout.flow.Resolve.Doubt;
import io.tieout.flow.port.Ledger.PostingRow;
import io.tieout.flow.port.TargetBooks;
import io.tieout.mapping.CompanyKey;
import io.tieout.posting.Look;
import io.tieout.posting.PostingState;
import io.tieout.posting.TargetDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for documents in the target in two ways: by number, and through the list of what was created lately. Each way is
 * trusted only while it also shows a document that is known to stand.
 */
final class Searches {

    /** Clocks of two machines may differ by this much when a creation time is compared with an attempt. */
    static final Duration CLOCK_MARGIN = Duration.ofMinutes(10);

    /** How much further back the list may reach to take in the control: a list of many days costs many calls. */
    private static final Duration CONTROL_REACH = Duration.ofDays(3);

    private final Tools tools;
    private final TargetBooks target;
    private final CompanyKey company;

    Searches(Tools tools, TargetBooks target, CompanyKey company) {
        this.tools = tools;
        this.target = target;
        this.company = company;
    }

    /** One look at every doubtful document, by both searches, with one control for all; by posting id. */
    Map<String, Look> look(List<Doubt> doubts) {
        var since = doubts.stream()
                .map(Doubt::earliest)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(CLOCK_MARGIN);
        var control = control(doubts);
        var controlSince = control.map(c -> c.intentAt().minus(CLOCK_MARGIN))
                .filter(c -> Duration.between(c, since).compareTo(CONTROL_REACH) <= 0);
        var from = controlSince.filter(c -> c.isBefore(since)).orElse(since);
        var created = target.createdSince(from);
        var listed = created.map(list -> list.stream().collect(Collectors.groupingBy(TargetDocument::documentNumber)));
        var found = new HashMap<String, Optional<List<TargetDocument>>>();
        doubts.forEach(
                d -> found.put(d.row().postingId(), target.findByMarker(d.row().marker())));
        var seen = control.map(c -> seen(c, controlSince.isPresent(), listed))
                .orElseGet(() -> isAny(found) || companyIsEmpty());
        var looks = new HashMap<String, Look>();
        doubts.forEach(d -> looks.put(
                d.row().postingId(),
                new Look(
                        found.getOrDefault(d.row().postingId(), Optional.empty()),
                        listed.map(m -> m.getOrDefault(d.row().marker().value(), List.of())),
                        seen)));
        return looks;
    }

    /** The newest document that is known to stand and is not itself in doubt. */
    private Optional<PostingRow> control(List<Doubt> doubts) {
        var inDoubt = doubts.stream().map(d -> d.row().postingId()).collect(Collectors.toSet());
        return tools.ledger().postings(company, Set.of(PostingState.MATCHED, PostingState.VERIFIED)).stream()
                .filter(p -> !inDoubt.contains(p.postingId()))
                .max(Comparator.comparing(PostingRow::intentAt).thenComparing(PostingRow::postingId));
    }

    private boolean seen(PostingRow control, boolean inReach, Optional<Map<String, List<TargetDocument>>> listed) {
        var byNumber = target.findByMarker(control.marker())
                .map(list -> !list.isEmpty())
                .orElse(false);
        return byNumber
                && (!inReach
                        || listed.map(m -> m.containsKey(control.marker().value()))
                                .orElse(false));
    }

    private static boolean isAny(Map<String, Optional<List<TargetDocument>>> found) {
        return found.values().stream().anyMatch(f -> !f.orElse(List.of()).isEmpty());
    }

    /**
     * Before the first document of a company there is none to look for; then an empty company is the control: it must
     * show no journal entry at all.
     */
    private boolean companyIsEmpty() {
        return target.createdSince(Instant.EPOCH).map(List::isEmpty).orElse(false);
    }
}
