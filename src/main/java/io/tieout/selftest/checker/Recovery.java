package io.tieout.selftest.checker;

import java.util.HashSet;
import java.util.Set;

/** Who may not write outside at the moment, because an old backup was put back (I22). */
final class Recovery {

    private static final String ALL = "installation";

    private final Findings findings;
    private final Set<String> started = new HashSet<>();
    private final Set<String> approved = new HashSet<>();

    Recovery(Findings findings) {
        this.findings = findings;
    }

    void restored() {
        approved.clear();
        started.add(ALL);
    }

    void started(LedgerEvent event) {
        approved.remove(event.stream());
        started.add(event.stream());
    }

    void approved(LedgerEvent event) {
        boolean running = started.contains(ALL) || started.contains(event.stream());
        if (findings.broken(Invariant.I22, running)) {
            findings.add(Invariant.I22, event.place(), "a recovery that was started", "none");
        }
        if (event.stream().equals(ALL)) {
            started.clear();
        } else {
            started.remove(event.stream());
            approved.add(event.stream());
        }
    }

    /** Whether a company, as the ledger names it, is in recovery. */
    boolean covers(String company) {
        var stream = "company/" + company;
        return started.contains(stream) || started.contains(ALL) && !approved.contains(stream);
    }

    void demandOver(Request request) {
        boolean covered = request.act() == Request.Act.MARK
                ? started.contains(ALL) && approved.isEmpty()
                : covers(request.company());
        if (findings.broken(Invariant.I22, !covered)) {
            findings.add(
                    Invariant.I22, request.place(), "no write before the recovery is approved", request.operation());
        }
    }
}
