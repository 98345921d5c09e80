package io.tieout.flow;

import io.tieout.fact.GlAccountId;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.mapping.IndexedRuleBook;
import io.tieout.mapping.Route;
import io.tieout.mapping.Rule;
import io.tieout.mapping.Subject;
import java.util.List;

/** {@code mapping explain}: the winning rule for a GL account, with the rules it beats. */
public final class MappingExplain {

    private final Companies companies;

    public MappingExplain(Tools tools) {
        this.companies = new Companies(tools.mappings());
    }

    public record Answer(String property, String route, String winner, List<String> losers) {}

    /** Answers from the working file, so that a change can be tried before it is published. */
    public List<Answer> run(String company, String account, PostMonth month, List<PropertyId> properties) {
        var mapping = companies.draft(company).mapping();
        var rules = IndexedRuleBook.of(mapping);
        return mapping.properties().stream()
                .filter(p -> properties.isEmpty() || properties.contains(p.id()))
                .map(p -> {
                    var subject = new Subject(p.id(), new GlAccountId(account), account, "", month);
                    var candidates = rules.candidates(subject);
                    return new Answer(
                            p.id() + " " + p.name(),
                            words(rules.route(subject)),
                            candidates.isEmpty() ? "no rule; the unmapped policy decides" : words(candidates.get(0)),
                            candidates.stream()
                                    .skip(1)
                                    .map(MappingExplain::words)
                                    .toList());
                })
                .toList();
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
