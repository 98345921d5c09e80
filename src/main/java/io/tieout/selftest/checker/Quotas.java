package io.tieout.selftest.checker;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** Calls of each company in sliding windows (I23). */
final class Quotas {

    private final Findings findings;
    private final Rules rules;
    private final Map<String, ArrayDeque<Long>> windows = new HashMap<>();

    Quotas(Findings findings, Rules rules) {
        this.findings = findings;
        this.rules = rules;
    }

    void accept(Request request) {
        for (int i = 0; i < rules.quotas().size(); i++) {
            var quota = rules.quotas().get(i);
            if (quota.writes() && !request.act().writes()) {
                continue;
            }
            var window = windows.computeIfAbsent(i + "|" + request.company(), k -> new ArrayDeque<>());
            window.addLast(request.atMicros());
            while (window.peekFirst() <= request.atMicros() - quota.windowMicros()) {
                window.removeFirst();
            }
            if (findings.broken(Invariant.I23, window.size() <= quota.callsMax())) {
                findings.add(
                        Invariant.I23,
                        request.place(),
                        quota.callsMax() + " calls in " + quota.windowMicros() / 1_000_000 + " s",
                        window.size() + " calls");
            }
        }
    }
}
