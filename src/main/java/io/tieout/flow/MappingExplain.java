package io.tieout.flow;

import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.mapping.Explanation;
import io.tieout.mapping.Mapping;
import io.tieout.mapping.PropertyMapping;
import io.tieout.mapping.Route;
import io.tieout.mapping.Rule;
import java.util.List;
import java.util.Optional;

/** {@code mapping explain}: the winning rule for a GL account, with the rules it beats and why. */
public final class MappingExplain {

    private final Companies companies;

    public MappingExplain(Tools tools) {
        this.companies = new Companies(tools.mappings());
    }

    /**
     * @param losers rules that match and are beaten, each with its reason
     * @param absent rules for the code that are not in effect for the month or the transaction type, each with its reason
     */
    public record Answer(String property, String route, String winner, List<String> losers, List<String> absent) {}

    /** Answers from the working file, so that a change can be tried before it is published. */
    public List<Answer> run(String company, String account, PostMonth month, List<PropertyId> properties) {
        var mapping = companies.draft(company).mapping();
        return mapping.properties().stream()
                .filter(p -> properties.isEmpty() || properties.contains(p.id()))
                .map(p -> answer(mapping, p, account, month))
                .toList();
    }

    private static Answer answer(Mapping mapping, PropertyMapping property, String account, PostMonth month) {
        var why = Explanation.of(mapping, property.id(), Optional.empty(), account, Optional.empty(), month);
        return new Answer(
                property.id() + " " + property.name(),
                words(why.route()),
                why.winner().map(MappingExplain::words).orElse("no rule; the unmapped policy decides"),
                why.losers().stream().map(MappingExplain::words).toList(),
                why.absent().stream().map(MappingExplain::words).toList());
    }

    private static String words(Explanation.Other other) {
        return words(other.rule()) + ": " + other.why();
    }

    private static String words(Rule rule) {
        return rule.name() + " (" + rule.place() + ")";
    }

    private static String words(Route route) {
        return route.fold(
                m -> "to account " + m.account() + (m.suspense() ? " (suspense)" : ""),
                h -> "held: " + h.reason(),
                e -> "excluded: " + e.reason());
    }
}
