package io.tieout.flow;

import io.tieout.plan.Plan;
import io.tieout.plan.TargetCompany;
import java.util.Map;

/**
 * A plan that was made and stored.
 *
 * @param mappingLabel version for people; says DRAFT where it is one
 * @param openingDifferences by target account id: what applying this plan accepts as the opening difference; empty when
 *     nothing is to be accepted
 */
public record PlanReport(
        String planId,
        Plan plan,
        TargetCompany company,
        String mappingLabel,
        boolean workingFileDiffers,
        Map<String, Long> openingDifferences) {

    public long totalMinor() {
        return plan.documents().stream()
                .mapToLong(d -> d.entry().total().amountMinor())
                .sum();
    }

    /** Absolute money of the held lines' debits, in minor units. */
    public long heldMinor() {
        return plan.held().stream()
                .mapToLong(h -> Math.max(0, h.line().signedMinor()))
                .sum();
    }
}
