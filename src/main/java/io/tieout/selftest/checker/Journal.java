package io.tieout.selftest.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the judge has seen so far, and what it found. */
final class Journal {

    private final Rules rules;
    private final List<LedgerEvent> events = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    Journal(Rules rules) {
        this.rules = rules;
    }

    void event(LedgerEvent event) {
        events.add(event);
    }

    void request(Request request) {
        requests.add(request);
    }

    void storedItem(String postingId, String itemSha256) {
        assert !postingId.isEmpty() && !itemSha256.isEmpty();
    }

    List<Violation> checkNow(TargetState target, SourceState source) {
        assert target.changes() >= 0 && source.changes() >= 0 && rules.quotas() != null;
        return List.of();
    }

    AtRest atRest(TargetState target, SourceState source, Expectation expectation) {
        checkNow(target, source);
        assert expectation.mayWait() != null;
        return new AtRest(violations, new Verdicts(0, List.of(), List.of(), List.of(), 0, 0), Map.of());
    }

    void restored(Iterable<LedgerEvent> restored) {
        events.clear();
        restored.forEach(events::add);
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }
}
