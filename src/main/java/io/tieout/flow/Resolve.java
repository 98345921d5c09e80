package io.tieout.flow;

import io.tieout.flow.port.Ledger.Attempt;
import io.tieout.flow.port.Ledger.AttemptRow;
import io.tieout.flow.port.Ledger.PostingRow;
import io.tieout.flow.port.Ledger.RunHandle;
import io.tieout.flow.port.Ledger.Verdict;
import io.tieout.flow.port.TargetBooks;
import io.tieout.mapping.CompanyKey;
import io.tieout.plan.Decision;
import io.tieout.posting.Look;
import io.tieout.posting.OutcomeClass;
import io.tieout.posting.PostingEvent;
import io.tieout.posting.PostingState;
import io.tieout.posting.Resolution;
import io.tieout.posting.ResolverStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settles postings whose outcome is unknown, before anything new goes to the company: looks twice, in two ways, with a
 * positive control, and never sends without proven absence. Quarantined documents are looked at again as well: a person
 * may have mended the target.
 *
 * <p>Absence is good for a resend in the same run only. What an earlier run proved absent and did not get to send is
 * looked up again, because a late call may have arrived since.
 */
final class Resolve {

    private final Tools tools;
    private final TargetBooks target;
    private final CompanyKey company;
    private final RunHandle run;

    Resolve(Tools tools, TargetBooks target, CompanyKey company, RunHandle run) {
        this.tools = tools;
        this.target = target;
        this.company = company;
        this.run = run;
    }

    PostReport run() {
        var doubts = doubts();
        var report = doubts.isEmpty() ? PostReport.nothing() : settle(doubts);
        var waiting = tools.ledger().postings(company, Set.of(PostingState.INTENT));
        if (waiting.isEmpty() || report.unknown() > 0) {
            return report;
        }
        return report.plus(new Posting(tools, target, company, run).resume(waiting));
    }

    /** Postings that must be looked up, with the calls they were part of. */
    private List<Doubt> doubts() {
        var rows = tools.ledger()
                .postings(
                        company,
                        Set.of(
                                PostingState.SENT,
                                PostingState.UNKNOWN,
                                PostingState.CONFIRMED,
                                PostingState.QUARANTINED,
                                PostingState.INTENT));
        var doubts = new ArrayList<Doubt>();
        for (var row : rows) {
            var doubt = new Doubt(row, tools.ledger().attempts(row.postingId()));
            if (row.state() != PostingState.INTENT || doubt.mayHaveArrived()) {
                doubts.add(doubt);
            }
        }
        return doubts;
    }

    private PostReport settle(List<Doubt> doubts) {
        tools.progress().begin("looking up documents of unknown outcome", doubts.size());
        var lastSent = doubts.stream().flatMap(d -> d.lastSent().stream()).max(Comparator.naturalOrder());
        var searches = new Searches(tools, target, company);
        Optional<Instant> firstLook = Optional.empty();
        Optional<Instant> secondLook = Optional.empty();
        Map<String, Look> first = Map.of();
        Map<String, Look> second = Map.of();
        while (true) {
            var now = tools.clock().now();
            switch (ResolverStep.next(now, lastSent, firstLook, secondLook, tools.settle())) {
                case WAIT_TO_SETTLE ->
                    waitUntil(
                            now,
                            lastSent.orElseThrow().plus(tools.settle().beforeFirstLook()),
                            "a late call must be able to show before we look");
                case LOOK -> {
                    first = searches.look(doubts);
                    firstLook = Optional.of(tools.clock().now());
                }
                case WAIT_BETWEEN_LOOKS ->
                    waitUntil(
                            now,
                            firstLook.orElseThrow().plus(tools.settle().betweenLooks()),
                            "a search may lag behind the books");
                case LOOK_AGAIN -> {
                    second = searches.look(doubts);
                    secondLook = Optional.of(tools.clock().now());
                }
                case CONCLUDE -> {
                    return conclude(doubts, first, second);
                }
            }
        }
    }

    private PostReport conclude(List<Doubt> doubts, Map<String, Look> first, Map<String, Look> second) {
        var verdicts = new ArrayList<Verdict>();
        var held = new ArrayList<Decision>();
        var tally = new ResolveTally();
        for (var doubt : doubts) {
            var row = doubt.row();
            var document = tools.ledger().document(row);
            var resolution = Resolution.of(
                    document,
                    first.getOrDefault(row.postingId(), Look.none()),
                    second.getOrDefault(row.postingId(), Look.none()),
                    doubt.earliest().minus(Searches.CLOCK_MARGIN));
            var event = event(doubt, resolution);
            var state = row.state().require(event);
            verdicts.add(new Verdict(row.postingId(), state, resolution.target(), resolution.evidence()));
            if (state == PostingState.REJECTED) {
                document.facts()
                        .forEach(f -> held.add(new Decision(
                                f.key(),
                                Decision.Kind.HOLD,
                                "document " + row.marker() + " does not stand: " + resolution.evidence(),
                                Decision.TARGET)));
            }
            tally.add(doubt, document, resolution, state);
        }
        if (!held.isEmpty()) {
            // Before the claims are released: at no moment may these lines be planned without a person.
            tools.ledger().recordDecision(company, held);
        }
        tools.ledger().recordVerdicts(verdicts);
        return tally.report();
    }

    /** A document whose lines were given back cannot be taken for posted any more, however well it looks. */
    private static PostingEvent event(Doubt doubt, Resolution resolution) {
        var event = ResolverStep.conclude(resolution.kind(), doubt.attempts().size());
        return event == PostingEvent.FOUND && doubt.row().released() ? PostingEvent.FOUND_OTHERWISE : event;
    }

    private void waitUntil(Instant now, Instant until, String why) {
        var wait = Duration.between(now, until);
        tools.progress().note("waiting " + Math.max(1, wait.toSeconds()) + " s: " + why);
        Pauses.sleep(tools.clock(), wait);
    }

    /** A posting to look up, with the calls it was part of, oldest first. */
    record Doubt(PostingRow row, List<AttemptRow> attempts) {

        Optional<Instant> lastSent() {
            return attempts.stream().map(AttemptRow::attempt).map(Attempt::at).max(Comparator.naturalOrder());
        }

        /** When the target can have made it at the earliest, by our clock. */
        Instant earliest() {
            return attempts.stream()
                    .map(AttemptRow::attempt)
                    .map(Attempt::at)
                    .min(Comparator.naturalOrder())
                    .orElse(row.intentAt());
        }

        /** Whether a call with it was made of which nobody knows that it did nothing. */
        boolean mayHaveArrived() {
            return attempts.stream()
                    .anyMatch(a ->
                            a.outcomes().getOrDefault(row.postingId(), OutcomeClass.UNKNOWN) == OutcomeClass.UNKNOWN);
        }
    }
}
