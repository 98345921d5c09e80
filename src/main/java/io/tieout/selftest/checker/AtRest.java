package io.tieout.selftest.checker;

import java.util.List;
import java.util.Map;

/**
 * The judgement at the end of a history.
 *
 * @param violations all of the history, in order of discovery
 * @param checks how often each invariant was looked at: one that was never looked at proves nothing
 */
public record AtRest(List<Violation> violations, Verdicts verdicts, Map<Invariant, Long> checks) {

    public AtRest {
        violations = List.copyOf(violations);
        checks = Map.copyOf(checks);
    }

    /** Whether nothing was violated, lost, duplicated or unexpected. */
    public boolean clean() {
        return violations.isEmpty() && verdicts.clean();
    }
}
