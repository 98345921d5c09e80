package io.tieout.flow;

import io.tieout.finding.Category;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import java.util.List;

/**
 * Whose work ended, and why. The other companies' work goes on.
 *
 * @param companies those that the cause keeps from going on: several share a connection
 */
public record Stop(List<String> companies, List<Finding> findings) {

    public Stop {
        if (companies.isEmpty() || findings.isEmpty()) {
            throw new IllegalArgumentException("a stop names companies and causes: " + companies + ", " + findings);
        }
        companies = List.copyOf(companies);
        findings = List.copyOf(findings);
    }

    /** What a command about these companies alone would end with. */
    public int exitCode() {
        return new Stopped(findings).exitCode();
    }

    /** Whether only something outside was missing: what was read and posted before stays good to work with. */
    public boolean outside() {
        return exitCode() == Category.OUTSIDE.exitCode();
    }

    /** Whether a promise is broken: then nothing goes on for anybody. */
    boolean breaksAll() {
        return exitCode() == Category.INVARIANT.exitCode();
    }
}
