package io.tieout.plan;

import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.mapping.MappingVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a plan depends on, and nothing else.
 *
 * @param mapping working draft or published version
 * @param company the target as read for this run
 * @param months complete snapshots of the properties and months asked for, each month at most once
 * @param openings opening balances by property, where the mapping posts them and the cutover month is among the months
 * @param nextSequences next free sequence by {@link BusinessKey#groupCanonical()}; 1 where absent
 * @param openGlMonths the source's open GL post month by property
 * @param signedOff months of a property that are signed off in Tieout
 * @param businessDate the day the run is for
 */
public record PlanInput(
        Environment environment,
        MappingVersion mapping,
        TargetCompany company,
        List<PropertyMonth> months,
        Map<PropertyId, List<OpeningBalance>> openings,
        Map<String, Integer> nextSequences,
        List<Decision> decisions,
        Map<PropertyId, PostMonth> openGlMonths,
        Map<PropertyId, Set<PostMonth>> signedOff,
        LocalDate businessDate) {}
