package io.tieout.flow;

import io.tieout.fact.GlScope;
import io.tieout.finding.Finding;
import io.tieout.flow.port.SourceLedger.CallBudget;
import java.util.List;
import java.util.Map;

/**
 * What a pull read.
 *
 * @param budgets calls by source connection
 * @param stops companies that nothing was read for, and why
 */
public record PullReport(
        List<ScopeRead> scopes, Map<String, CallBudget> budgets, List<Finding> findings, List<Stop> stops) {

    public PullReport {
        scopes = List.copyOf(scopes);
        findings = List.copyOf(findings);
        stops = List.copyOf(stops);
    }

    /** This report; throws {@link io.tieout.finding.Stopped} with every cause where nothing could be read at all. */
    public PullReport orStopped() {
        if (scopes.isEmpty() && !stops.isEmpty()) {
            throw EachCompany.stopped(stops);
        }
        return this;
    }

    public int lines() {
        return scopes.stream().mapToInt(ScopeRead::lines).sum();
    }

    public boolean complete() {
        return stops.isEmpty() && scopes.stream().allMatch(ScopeRead::complete);
    }

    /**
     * @param vanished facts that earlier complete readings had
     */
    public record ScopeRead(
            GlScope scope,
            String propertyName,
            int lines,
            int newFacts,
            int newVersions,
            int vanished,
            boolean complete,
            List<Finding> findings) {}
}
