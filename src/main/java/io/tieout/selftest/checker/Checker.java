package io.tieout.selftest.checker;

import java.util.List;
import java.util.Map;

/**
 * Judges a history while it happens. Not for use by several threads.
 *
 * <p>Hand over every event of the ledger once it is durable, and every request when it arrives, in the order in which
 * they happened; the states of both sides are asked for. Work is in proportion to what is new; only {@link #checkAtRest}
 * goes through everything.
 */
public final class Checker {

    private final Journal journal;

    public Checker(Rules rules) {
        this.journal = new Journal(rules);
    }

    /** An event has become durable. Giving one again, after a restart, compares it with what was given before. */
    public void accept(LedgerEvent event) {
        journal.event(event);
    }

    /** A request has arrived; before its answer, and before what it commits shows in a state. */
    public void accept(Request request) {
        journal.request(request);
    }

    /** The stored bytes of a document, by the hash the ledger keeps of them (hexadecimal SHA-256); right after its intent. */
    public void acceptStoredItem(String postingId, String itemSha256) {
        journal.storedItem(postingId, itemSha256);
    }

    /** The violations found since the last call. */
    public List<Violation> checkNow(TargetState target, SourceState source) {
        return journal.checkNow(target, source);
    }

    /** The judgement of the whole history, once faults have stopped and the bridge has run to rest. */
    public AtRest checkAtRest(TargetState target, SourceState source, Expectation expectation) {
        return journal.atRest(target, source, expectation);
    }

    /**
     * An old backup was put back: the ledger now holds these events and no others. From here until a
     * {@code RECOVERY_APPROVED} nothing may be written outside; afterwards the rebuilt ledger is judged.
     */
    public void restored(Iterable<LedgerEvent> events) {
        journal.restored(events);
    }

    /** A later ledger, for example after a restart, holds so many events in each stream: none may be missing. */
    public void demandHeld(Map<String, Long> eventsByStream) {
        journal.demandHeld(eventsByStream);
    }

    /** Everything found so far. */
    public List<Violation> violations() {
        return journal.violations();
    }
}
