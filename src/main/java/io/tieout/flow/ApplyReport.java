package io.tieout.flow;

import io.tieout.finding.Finding;
import io.tieout.flow.port.PlanSheet;
import io.tieout.plan.Reconciliation;
import java.util.List;
import java.util.Optional;

/**
 * What {@code apply} did for one company: postings, then marks.
 *
 * @param planId empty where nothing was planned
 * @param plan the plan as it was shown; absent where nothing was planned, or its sheet is not kept any more
 * @param reconciliations what became of every source line, after posting; empty where nothing was planned
 */
public record ApplyReport(
        String company,
        String planId,
        PostReport resolved,
        PostReport posted,
        WriteBackReport marks,
        List<Finding> findings,
        Optional<PlanSheet> plan,
        List<Reconciliation> reconciliations) {

    public ApplyReport {
        findings = List.copyOf(findings);
        reconciliations = List.copyOf(reconciliations);
    }

    /** Where no plan was made. */
    ApplyReport(
            String company,
            String planId,
            PostReport resolved,
            PostReport posted,
            WriteBackReport marks,
            List<Finding> findings) {
        this(company, planId, resolved, posted, marks, findings, Optional.empty(), List.of());
    }

    public boolean clean() {
        return resolved.clean() && posted.clean() && marks.unconfirmed() == 0;
    }
}
