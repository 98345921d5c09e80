package io.tieout.mapping;

import io.tieout.fact.GlAccountId;
import io.tieout.fact.PropertyId;
import io.tieout.fact.SourceAccount;
import io.tieout.fact.SourceProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the outside when a mapping is checked; each part may be unknown, as offline.
 *
 * @param target the target company as read now
 * @param charts the source's chart of accounts by GL tree
 * @param properties all properties of the source
 * @param amounts absolute amounts by property and GL account in minor units, to rank what has no rule
 */
public record LintContext(
        Optional<TargetChart> target,
        Map<String, List<SourceAccount>> charts,
        Optional<List<SourceProperty>> properties,
        Map<PropertyId, Map<GlAccountId, Long>> amounts) {

    public LintContext {
        charts = Map.copyOf(charts);
        amounts = Map.copyOf(amounts);
    }

    /** Nothing is known. */
    public static LintContext none() {
        return new LintContext(Optional.empty(), Map.of(), Optional.empty(), Map.of());
    }

    public LintContext withTarget(TargetChart chart) {
        return new LintContext(Optional.of(chart), charts, properties, amounts);
    }

    public LintContext withCharts(Map<String, List<SourceAccount>> byTree) {
        return new LintContext(target, byTree, properties, amounts);
    }

    public LintContext withProperties(List<SourceProperty> all) {
        return new LintContext(target, charts, Optional.of(List.copyOf(all)), amounts);
    }

    public LintContext withAmounts(Map<PropertyId, Map<GlAccountId, Long>> minorByAccount) {
        return new LintContext(target, charts, properties, minorByAccount);
    }

    /** What moved on an account of a property, debits and credits added up, in minor units. */
    long amount(PropertyId property, GlAccountId account) {
        return amounts.getOrDefault(property, Map.of()).getOrDefault(account, 0L);
    }
}
