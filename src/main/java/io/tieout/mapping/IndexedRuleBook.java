package io.tieout.mapping;

import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rule book of one mapping, indexed by exact code, so that thousands of rules cost about what a few do.
 *
 * <p>Order: exception before property before company before default; within a layer a number or id before a range before
 * a pattern, the narrower range and the longer prefix first; then the rule that names the property, then the one that
 * names the transaction type, then the one that begins later, then the one that ends sooner. What is still equal is
 * settled by content, never by place in the file, since order is not part of the version; the linter refuses it.
 *
 * <p>Only GL-account rules route lines. Safe for several threads.
 */
public final class IndexedRuleBook implements RuleBook {

    private static final List<RuleLayer> STRONGEST_FIRST =
            List.of(RuleLayer.EXCEPTION, RuleLayer.PROPERTY, RuleLayer.COMPANY, RuleLayer.DEFAULT);

    private final Map<RuleLayer, Layer> layers = new EnumMap<>(RuleLayer.class);
    private final Map<PropertyId, PropertyMapping> properties = new HashMap<>();
    private final UnmappedPolicy unmapped;

    private IndexedRuleBook(Mapping mapping) {
        this.unmapped = mapping.policies().unmapped();
        STRONGEST_FIRST.forEach(layer -> layers.put(layer, new Layer()));
        mapping.properties().forEach(p -> properties.putIfAbsent(p.id(), p));
        mapping.rules().stream()
                .filter(rule -> rule.subject() == SubjectKind.GL_ACCOUNT)
                .map(RankedRule::of)
                .forEach(ranked -> layer(ranked.rule().layer())
                        .bucketFor(ranked.rule().property())
                        .add(ranked));
    }

    public static IndexedRuleBook of(Mapping mapping) {
        return new IndexedRuleBook(mapping);
    }

    @Override
    public Route route(Subject subject) {
        var line = Line.of(subject);
        for (var layer : STRONGEST_FIRST) {
            var winner = layer(layer).matches(line).stream().min(RankedRule.WINNER_FIRST);
            if (winner.isPresent()) {
                return routeOf(winner.get().rule(), line);
            }
        }
        return routeUnmapped(line);
    }

    @Override
    public List<Rule> candidates(Subject subject) {
        return candidates(Line.of(subject)).stream().map(RankedRule::rule).toList();
    }

    List<RankedRule> candidates(Line line) {
        return STRONGEST_FIRST.stream()
                .flatMap(layer -> layer(layer).matches(line).stream().sorted(RankedRule.WINNER_FIRST))
                .toList();
    }

    /** Every rule for the code, whatever its months and transaction type. */
    List<RankedRule> anyMonth(PropertyId property, Optional<String> id, String number) {
        return STRONGEST_FIRST.stream()
                .flatMap(layer -> layer(layer).matching(property, id, number, ranked -> true).stream()
                        .sorted(RankedRule.WINNER_FIRST))
                .toList();
    }

    Route routeOf(Rule rule, Line line) {
        var property = Optional.ofNullable(properties.get(line.property()));
        return rule.action()
                .fold(
                        to -> new Route.Mapped(
                                to.account(),
                                to.trackingClass().or(() -> property.flatMap(PropertyMapping::trackingClass)),
                                to.location().or(() -> property.flatMap(PropertyMapping::location)),
                                to.name(),
                                rule.name(),
                                false),
                        label -> new Route.Held("its rule names no account", Optional.of(rule.name()), false, false),
                        hold -> new Route.Held(hold.reason(), Optional.of(rule.name()), false, false),
                        exclude -> new Route.Excluded(exclude.reason(), rule.name()));
    }

    Route routeUnmapped(Line line) {
        var reason = "no rule names it";
        return switch (unmapped.kind()) {
            case HOLD -> new Route.Held(reason, Optional.empty(), true, false);
            case BLOCK -> new Route.Held(reason, Optional.empty(), true, true);
            case SUSPENSE -> suspense(line, reason);
        };
    }

    private Route suspense(Line line, String reason) {
        var until = unmapped.suspenseUntil();
        if (until.isEmpty()
                || unmapped.suspenseAccount().isEmpty()
                || line.month().isAfter(until.get())) {
            var expired = until.map(u -> ", and suspense ended with " + u).orElse(", and suspense has no end month");
            return new Route.Held(reason + expired, Optional.empty(), true, false);
        }
        var property = Optional.ofNullable(properties.get(line.property()));
        return new Route.Mapped(
                unmapped.suspenseAccount().get(),
                property.flatMap(PropertyMapping::trackingClass),
                property.flatMap(PropertyMapping::location),
                Optional.empty(),
                "policy unmapped suspense until " + until.get(),
                true);
    }

    private Layer layer(RuleLayer layer) {
        var found = layers.get(layer);
        if (found == null) {
            throw new IllegalStateException("no layer " + layer);
        }
        return found;
    }

    /** What is known of a line or of a person's question; the id and the type may be unknown in a question. */
    record Line(
            PropertyId property,
            Optional<String> id,
            String number,
            Optional<String> transactionType,
            PostMonth month) {

        static Line of(Subject s) {
            return new Line(
                    s.property(),
                    Optional.of(s.account().value()),
                    s.accountNumber(),
                    Optional.of(s.transactionType()),
                    s.month());
        }
    }

    /** A rule with what its rank needs, worked out once. */
    record RankedRule(Rule rule, CodePattern pattern, String content) {

        static final Comparator<RankedRule> WINNER_FIRST = Comparator.comparing(
                        RankedRule::pattern, CodePattern.MOST_EXACT_FIRST)
                .thenComparing(r -> r.rule.property().isEmpty())
                .thenComparing(r -> r.rule.transactionType().isEmpty())
                .thenComparing(r -> r.rule.from(), IndexedRuleBook::laterFirst)
                .thenComparing(r -> r.rule.to(), IndexedRuleBook::soonerFirst)
                .thenComparing(RankedRule::content);

        static RankedRule of(Rule rule) {
            return new RankedRule(rule, CodePattern.of(rule.code()), CanonicalMapping.text(rule));
        }

        boolean holdsFor(Line line) {
            return rule.holdsIn(line.month()) && namesTypeOf(line);
        }

        boolean namesTypeOf(Line line) {
            return rule.transactionType()
                    .map(type ->
                            line.transactionType().map(type::equalsIgnoreCase).orElse(false))
                    .orElse(true);
        }
    }

    private static int laterFirst(Optional<PostMonth> a, Optional<PostMonth> b) {
        return a.isPresent() && b.isPresent() ? b.get().compareTo(a.get()) : Boolean.compare(a.isEmpty(), b.isEmpty());
    }

    private static int soonerFirst(Optional<PostMonth> a, Optional<PostMonth> b) {
        return a.isPresent() && b.isPresent() ? a.get().compareTo(b.get()) : Boolean.compare(a.isEmpty(), b.isEmpty());
    }

    /** The rules of one layer: those of all properties, and those of each. */
    private static final class Layer {
        private final RuleBucket general = new RuleBucket();
        private final Map<PropertyId, RuleBucket> byProperty = new HashMap<>();

        RuleBucket bucketFor(Optional<PropertyId> property) {
            return property.map(p -> byProperty.computeIfAbsent(p, key -> new RuleBucket()))
                    .orElse(general);
        }

        List<RankedRule> matches(Line line) {
            return matching(line.property(), line.id(), line.number(), ranked -> ranked.holdsFor(line));
        }

        List<RankedRule> matching(
                PropertyId property, Optional<String> id, String number, Predicate<RankedRule> wanted) {
            var found = new ArrayList<RankedRule>();
            general.collect(id, number, wanted, found);
            var own = byProperty.get(property);
            if (own != null) {
                own.collect(id, number, wanted, found);
            }
            return found;
        }
    }
}
