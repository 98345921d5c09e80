package io.tieout.mapping;

import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.finding.Finding;
import io.tieout.mapping.IndexedRuleBook.Line;
import io.tieout.mapping.IndexedRuleBook.RankedRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Checks of rules against each other: twice the same, never winning, overlapping, months that none covers. */
final class RuleLint {

    private final Mapping mapping;
    private final IndexedRuleBook book;
    private final List<Finding> findings = new ArrayList<>();

    RuleLint(Mapping mapping) {
        this.mapping = mapping;
        this.book = IndexedRuleBook.of(mapping);
    }

    List<Finding> findings() {
        var groups = new LinkedHashMap<Head, List<RankedRule>>();
        mapping.rules()
                .forEach(rule -> groups.computeIfAbsent(Head.of(rule), head -> new ArrayList<>())
                        .add(RankedRule.of(rule)));
        groups.forEach((head, rules) -> {
            var distinct = withoutDuplicates(rules);
            shadowed(distinct);
            if (head.subject == SubjectKind.GL_ACCOUNT && head.layer != RuleLayer.EXCEPTION) {
                gap(head, distinct);
            }
        });
        overlaps(groups);
        return List.copyOf(findings);
    }

    private List<RankedRule> withoutDuplicates(List<RankedRule> rules) {
        Map<List<Object>, Rule> seen = new LinkedHashMap<>();
        return rules.stream()
                .filter(ranked -> {
                    var rule = ranked.rule();
                    var first = seen.putIfAbsent(List.of(rule.from(), rule.to()), rule);
                    if (first != null) {
                        add(
                                MappingCode.DUPLICATE_RULE,
                                rule.place(),
                                "one rule for " + rule.code() + " in the layer "
                                        + rule.layer().code() + months(rule),
                                "another one at " + first.place(),
                                "delete one of the two, or give them different months");
                    }
                    return first == null;
                })
                .toList();
    }

    /** A rule that its neighbours leave no month, or that ends before anything is posted. */
    private void shadowed(List<RankedRule> rules) {
        for (var ranked : rules) {
            var rule = ranked.rule();
            var cutover = cutover(rule);
            if (cutover.isPresent() && rule.to().isPresent() && rule.to().get().isBefore(cutover.get())) {
                add(
                        MappingCode.SHADOWED_RULE,
                        rule.place(),
                        "a rule for months from the cutover " + cutover.get() + " on",
                        rule.code() + months(rule),
                        "delete the rule, or correct its months");
            } else if (rules.size() > 1) {
                winners(ranked, rules, cutover)
                        .ifPresent(winner -> add(
                                MappingCode.SHADOWED_RULE,
                                rule.place(),
                                "a month in which the rule wins",
                                rule.code() + months(rule) + " always gives way to the one at "
                                        + winner.rule().place(),
                                "delete the rule, or correct its months"));
            }
        }
    }

    /** The rule that stands in the way, when one does in every month. */
    private static Optional<RankedRule> winners(
            RankedRule ranked, List<RankedRule> rules, Optional<PostMonth> cutover) {
        Optional<RankedRule> other = Optional.empty();
        for (var month : boundaries(rules, cutover)) {
            if (!ranked.rule().holdsIn(month)) {
                continue;
            }
            var winner = rules.stream()
                    .filter(r -> r.rule().holdsIn(month))
                    .min(RankedRule.WINNER_FIRST)
                    .orElse(ranked);
            if (winner.equals(ranked)) {
                return Optional.empty();
            }
            other = Optional.of(winner);
        }
        return other;
    }

    /** Every month in which the set of rules in effect can change, from the cutover on. */
    private static TreeSet<PostMonth> boundaries(List<RankedRule> rules, Optional<PostMonth> cutover) {
        var start = cutover.orElse(PostMonth.of(2000, 1));
        var months = new TreeSet<PostMonth>();
        months.add(start);
        for (var ranked : rules) {
            ranked.rule().from().filter(m -> m.isAfter(start)).ifPresent(months::add);
            ranked.rule()
                    .to()
                    .map(PostMonth::next)
                    .filter(m -> m.isAfter(start))
                    .ifPresent(months::add);
        }
        return months;
    }

    private void gap(Head head, List<RankedRule> rules) {
        if (rules.stream()
                .allMatch(r -> r.rule().from().isEmpty() && r.rule().to().isEmpty())) {
            return;
        }
        var sample = sample(rules.get(0).pattern());
        for (var property : mapping.properties()) {
            if (head.property.map(id -> !id.equals(property.id())).orElse(false)) {
                continue;
            }
            for (var month : boundaries(rules, Optional.of(property.cutover()))) {
                var line = new Line(property.id(), sample.id, sample.number, Optional.empty(), month);
                if (book.candidates(line).isEmpty()) {
                    reportGap(rules, month, property);
                    return;
                }
            }
        }
    }

    private void reportGap(List<RankedRule> rules, PostMonth month, PropertyMapping property) {
        var until = rules.stream()
                .flatMap(r -> r.rule().from().stream())
                .filter(m -> m.isAfter(month))
                .min(Comparator.naturalOrder())
                .map(m -> " to " + m.previous())
                .orElse(" on");
        var rule = rules.get(0).rule();
        add(
                MappingCode.MONTHS_GAP,
                rule.place(),
                "a rule for " + rule.code() + " in every month from the cutover " + property.cutover() + " on",
                "none from " + month + until + ", for property " + property.id(),
                "widen 'from' or 'to', or add an entry for these months; their lines are unmapped until then");
    }

    /** A number that the code surely matches, to ask the rule book with. */
    private static Sample sample(CodePattern pattern) {
        return switch (pattern.kind()) {
            case ID -> new Sample(Optional.of(pattern.low()), "");
            case NUMBER, RANGE -> new Sample(Optional.empty(), pattern.low());
            case WILDCARD -> new Sample(Optional.empty(), pattern.low().replace("*", ""));
        };
    }

    /** Two ranges that share numbers, neither inside the other: which one is meant cannot be seen at a glance. */
    private void overlaps(Map<Head, List<RankedRule>> groups) {
        var byScope = new LinkedHashMap<Head, List<RankedRule>>();
        groups.forEach((head, rules) -> {
            if (rules.get(0).pattern().kind() == CodePattern.Kind.RANGE) {
                byScope.computeIfAbsent(head.withoutCode(), h -> new ArrayList<>())
                        .add(rules.get(0));
            }
        });
        byScope.values().forEach(this::overlapsIn);
    }

    private void overlapsIn(List<RankedRule> ranges) {
        var numbers = NaturalOrder.INSTANCE;
        var sorted = ranges.stream()
                .sorted(Comparator.comparing(r -> r.pattern().low(), numbers))
                .toList();
        for (var i = 0; i < sorted.size(); i++) {
            var first = sorted.get(i).pattern();
            for (var j = i + 1; j < sorted.size(); j++) {
                var second = sorted.get(j).pattern();
                if (numbers.compare(second.low(), first.high()) > 0) {
                    break;
                }
                if (numbers.compare(second.high(), first.high()) > 0
                        && numbers.compare(first.low(), second.low()) < 0) {
                    add(
                            MappingCode.RANGES_OVERLAP,
                            sorted.get(j).rule().place(),
                            "ranges side by side, or one inside the other",
                            second.text() + " and " + first.text() + " at "
                                    + sorted.get(i).rule().place() + "; for numbers in both, " + second.text()
                                    + " wins",
                            "let one range end where the other begins");
                }
            }
        }
    }

    /** The earliest cutover of the properties a rule can be for. */
    private Optional<PostMonth> cutover(Rule rule) {
        return mapping.properties().stream()
                .filter(p -> rule.property().map(id -> id.equals(p.id())).orElse(true))
                .map(PropertyMapping::cutover)
                .min(Comparator.naturalOrder());
    }

    private static String months(Rule rule) {
        return rule.from().map(m -> " from " + m).orElse("")
                + rule.to().map(m -> " to " + m).orElse("");
    }

    private void add(MappingCode code, SourcePlace place, String expected, String found, String next) {
        findings.add(Finding.of(code, place.toString(), expected, found, next));
    }

    private record Sample(Optional<String> id, String number) {}

    /** Rules with one head differ in their months only. */
    private record Head(
            RuleLayer layer,
            Optional<PropertyId> property,
            SubjectKind subject,
            String code,
            Optional<String> transactionType) {

        static Head of(Rule rule) {
            return new Head(rule.layer(), rule.property(), rule.subject(), rule.code(), rule.transactionType());
        }

        Head withoutCode() {
            return new Head(layer, property, subject, "", transactionType);
        }
    }
}
