package io.tieout.selftest.checker.reading;

import io.tieout.selftest.checker.AtRest;
import io.tieout.selftest.checker.Checker;
import io.tieout.selftest.checker.Document;
import io.tieout.selftest.checker.Expectation;
import io.tieout.selftest.checker.LedgerEvent;
import io.tieout.selftest.checker.Rules;
import io.tieout.selftest.checker.SourceLine;
import io.tieout.selftest.checker.SourceOpening;
import io.tieout.selftest.checker.SourceState;
import io.tieout.selftest.checker.TargetState;
import io.tieout.selftest.checker.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judges what real processes left behind: plays events, requests and documents to the {@link Checker} in the order in
 * which they happened, looks after each document, and judges the whole at the end.
 *
 * <p>Events and requests are ordered by one clock, the machine's; a document follows the request that was the newest when
 * it was made.
 */
public final class Judge {

    private static final int REQUEST = 3;

    /** In a tie the ledger came first: what it announces is durable before the request leaves. */
    private record Moment(long micros, int rank, long number, Runnable play) {}

    private final Checker checker;
    private final Growing target = new Growing();
    private final Withheld source;

    private Judge(Rules rules, SourceState source) {
        this.checker = new Checker(rules);
        this.source = new Withheld(source);
    }

    public static AtRest judge(Evidence evidence, Rules rules, Expectation expectation) {
        return new Judge(rules, EntrataState.read(evidence.entrataState())).judge(evidence, expectation);
    }

    private AtRest judge(Evidence evidence, Expectation expectation) {
        var export = ExportReader.read(evidence.export());
        moments(evidence, export).stream()
                .sorted(Comparator.comparingLong(Moment::micros)
                        .thenComparingInt(Moment::rank)
                        .thenComparingLong(Moment::number))
                .forEach(m -> m.play().run());
        source.shown = true;
        var rest = checker.checkAtRest(target, source, expectation);
        var violations = new ArrayList<Violation>(export.violations());
        violations.addAll(Heads.check(evidence.heads(), evidence.publicKey(), export));
        violations.addAll(rest.violations());
        return new AtRest(violations, rest.verdicts(), rest.checks());
    }

    private List<Moment> moments(Evidence evidence, Export export) {
        var moments = new ArrayList<Moment>();
        for (var event : export.events()) {
            moments.add(new Moment(event.committedAtMicros(), rank(event), event.seq(), () -> event(event, export)));
        }
        var made = new TreeMap<Long, List<Document>>();
        QuickBooksState.read(evidence.quickBooksState())
                .forEach(m ->
                        made.computeIfAbsent(m.after(), n -> new ArrayList<>()).add(m.document()));
        target.add(made.headMap(1L).values());
        var requests = QuickBooksLog.read(evidence.quickBooksLog(), evidence.clock());
        demandWhole(requests, made.keySet());
        for (var arrival : requests) {
            long number = arrival.request().arrival();
            moments.add(new Moment(arrival.receivedMicros(), REQUEST, number, () -> {
                checker.accept(arrival.request());
                target.add(made.subMap(number, number + 1).values());
                checker.checkNow(target, source);
            }));
        }
        for (var arrival : EntrataLog.read(evidence.entrataLog(), evidence.clock())) {
            moments.add(new Moment(
                    arrival.receivedMicros(),
                    REQUEST + 1,
                    arrival.request().arrival(),
                    () -> checker.accept(arrival.request())));
        }
        return moments;
    }

    private static void demandWhole(List<Seen.Arrival> requests, Set<Long> named) {
        var known = requests.stream().map(r -> r.request().arrival()).collect(Collectors.toSet());
        named.stream().filter(n -> n > 0 && !known.contains(n)).findFirst().ifPresent(n -> {
            throw new IllegalArgumentException(
                    "the log holds every request from the first; a document was made when request " + n
                            + " was the newest, and it is not there");
        });
    }

    private void event(LedgerEvent event, Export export) {
        checker.accept(event);
        if (event.kind().equals("POSTING_INTENT")) {
            var sha = export.storedItems().get(event.text("posting_id"));
            if (sha != null) {
                checker.acceptStoredItem(event.text("posting_id"), sha);
            }
        }
    }

    private static int rank(LedgerEvent event) {
        return event.stream().startsWith("org/") ? 0 : event.stream().startsWith("company/") ? 1 : 2;
    }

    /** Documents that appear one after the other. */
    private static final class Growing implements TargetState {
        private final List<Document> documents = new ArrayList<>();

        void add(Collection<List<Document>> more) {
            more.forEach(documents::addAll);
        }

        @Override
        public long changes() {
            return documents.size();
        }

        @Override
        public List<Document> changedSince(long changes) {
            return List.copyOf(documents.subList((int) changes, documents.size()));
        }

        @Override
        public List<Document> documents() {
            return List.copyOf(documents);
        }
    }

    /** The source's state, known at the end only: how its lines stood in between was not recorded. */
    private static final class Withheld implements SourceState {
        private final SourceState state;
        private boolean shown;

        private Withheld(SourceState state) {
            this.state = state;
        }

        @Override
        public long changes() {
            return shown ? 1 : 0;
        }

        @Override
        public List<SourceLine> changedSince(long changes) {
            return state.lines();
        }

        @Override
        public List<SourceLine> lines() {
            return state.lines();
        }

        @Override
        public List<SourceOpening> openings() {
            return state.openings();
        }
    }
}
