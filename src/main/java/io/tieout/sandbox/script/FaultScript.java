package io.tieout.sandbox.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults waiting for their request. Safe for use by several threads.
 *
 * <p>Each fault counts the requests of its call since it was added. At most one fault fires per request: of several
 * that are due the one added first; the others fire on the next requests of their call.
 */
public final class FaultScript {
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Fault> fired = new ArrayList<>();

    private static final class Waiting {
        private final Fault fault;
        private int seen;

        private Waiting(Fault fault) {
            this.fault = fault;
        }

        private boolean due() {
            return fault.nth() == 0 || seen >= fault.nth();
        }
    }

    public synchronized void add(Fault fault) {
        waiting.add(new Waiting(fault));
    }

    /** Adds a fault in its text form, see {@link Fault#parse}. */
    public void add(String text) {
        add(Fault.parse(text));
    }

    /** The fault for a request of this call that has just arrived; counts the request. */
    synchronized Optional<Fault> next(String call) {
        Optional<Waiting> hit = Optional.empty();
        for (Waiting candidate : waiting) {
            if (candidate.fault.concerns(call)) {
                candidate.seen++;
                if (hit.isEmpty() && candidate.due()) {
                    hit = Optional.of(candidate);
                }
            }
        }
        hit.ifPresent(found -> {
            fired.add(found.fault);
            if (found.fault.nth() > 0) {
                waiting.remove(found);
            }
        });
        return hit.map(found -> found.fault);
    }

    /** Faults that have not fired yet, and those that fire every time. */
    public synchronized List<Fault> pending() {
        return waiting.stream().map(one -> one.fault).toList();
    }

    /** Faults in the order in which they fired. */
    public synchronized List<Fault> fired() {
        return List.copyOf(fired);
    }

    public synchronized void clear() {
        waiting.clear();
    }
}
