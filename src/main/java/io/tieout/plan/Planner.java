package io.tieout.plan;

import io.tieout.fact.FactKey;
import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.mapping.Mapping;
import io.tieout.mapping.PropertyMapping;
import io.tieout.mapping.RuleBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Turns facts and a mapping into documents, holds and exclusions.
 *
 * <p>Every line given that is not claimed and not before its property's cutover is in exactly one document, held or
 * excluded; every document balances; nothing is ever plugged. Equal input, in whatever order, gives an equal plan on every
 * machine.
 */
public final class Planner {

    private Planner() {}

    /**
     * Makes the plan.
     *
     * @param rules made from the input's mapping
     * @throws IllegalArgumentException when a month is given twice, a line is given twice, or the company is not the bound
     *     one
     */
    public static Plan plan(PlanInput input, RuleBook rules) {
        var mapping = input.mapping().mapping();
        var binding = mapping.binding();
        if (!input.company().key().equals(binding.companyKey())) {
            throw new IllegalArgumentException("bound to " + binding.companyKey() + ", but read "
                    + input.company().key());
        }
        refuseDoubles(input);
        var decisions = latest(input.decisions());
        var sheet = new Worksheet(binding.currency());
        var router = new Router(mapping, rules, input.company(), decisions);
        var gate = new Gate(input);
        planMonths(input, new MonthPlanner(input, router, sheet, gate), sheet);
        planOpenings(input, new OpeningPlanner(input, router, sheet, gate));
        return new Plan(
                binding.company(),
                binding.companyKey(),
                input.mapping().hash(),
                input.mapping().published(),
                InputsHash.of(input, decisions),
                sheet.documents(),
                sheet.held(),
                sheet.excluded(),
                sheet.findings());
    }

    private static void planMonths(PlanInput input, MonthPlanner planner, Worksheet sheet) {
        var mapping = input.mapping().mapping();
        input.months().stream()
                .sorted(Comparator.comparing(m -> m.scope().canonical()))
                .forEach(m -> {
                    if (isOfMapping(mapping, m)) {
                        planner.plan(m);
                    } else {
                        sheet.tally().add(notOfMapping(mapping, m));
                    }
                });
    }

    private static void planOpenings(PlanInput input, OpeningPlanner planner) {
        input.mapping().mapping().properties().stream()
                .sorted(Comparator.comparing(PropertyMapping::id))
                .forEach(p -> planner.plan(p, input.openings().getOrDefault(p.id(), List.of())));
    }

    /** The latest decision of each line; decisions come in the order they were made. */
    private static Map<FactKey, Decision> latest(List<Decision> decisions) {
        var latest = new HashMap<FactKey, Decision>();
        decisions.forEach(d -> latest.put(d.key(), d));
        return latest;
    }

    private static boolean isOfMapping(Mapping mapping, PropertyMonth month) {
        var scope = month.scope();
        return scope.organisation().equals(mapping.binding().organisation())
                && mapping.property(scope.property())
                        .filter(p -> p.basis() == scope.basis() && p.book().equals(scope.book()))
                        .isPresent();
    }

    private static Finding notOfMapping(Mapping mapping, PropertyMonth month) {
        return Finding.of(
                PlanCode.NOT_OF_MAPPING,
                month.scope().toString(),
                "a property, basis and book that " + mapping.file() + " maps",
                Count.of(month.lines().size(), "line") + " that it does not map, not planned",
                "Add the property to the mapping, or leave it out of the selection.");
    }

    private static void refuseDoubles(PlanInput input) {
        var scopes = new HashSet<String>();
        var keys = new HashSet<FactKey>();
        var doubles = new ArrayList<String>();
        for (var month : input.months()) {
            if (!scopes.add(month.scope().canonical())) {
                doubles.add(month.scope().toString());
            }
            for (var state : month.lines()) {
                if (!keys.add(state.line().key())) {
                    doubles.add(state.line().key().canonical());
                }
            }
        }
        if (!doubles.isEmpty()) {
            throw new IllegalArgumentException("given twice: " + String.join(", ", doubles));
        }
    }
}
