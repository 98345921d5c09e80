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
 */
public record PullReport(List<ScopeRead> scopes, Map<String, CallBudget> budgets, List<Finding> findings) {

    public PullReport {
        scopes = List.copyOf(scopes);
        findings = List.copyOf(findings);
    }

    public int lines() {
        return scopes.stream().mapToInt(ScopeRead::lines).sum();
    }

    public boolean complete() {
        return scopes.stream().allMatch(ScopeRead::complete);
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
