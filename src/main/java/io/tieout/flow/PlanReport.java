package io.tieout.flow;

import io.tieout.flow.port.PlanSheet;
import io.tieout.plan.Plan;
import io.tieout.plan.TargetCompany;
import java.util.Map;

/**
 * A plan that was made and stored.
 *
 * @param made the plan with what it was made from
 * @param openingDifferences by target account id: what applying this plan accepts as the opening difference; empty when
 *     nothing is to be accepted
 * @param sheet the plan as it is shown and kept
 */
public record PlanReport(String planId, Planning.Made made, Map<String, Long> openingDifferences, PlanSheet sheet) {

    public Plan plan() {
        return made.plan();
    }

    public TargetCompany company() {
        return made.company();
    }

    public long totalMinor() {
        return sheet.totalMinor();
    }
}
