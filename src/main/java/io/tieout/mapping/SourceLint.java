package io.tieout.mapping;

import io.tieout.fact.GlAccountId;
import io.tieout.fact.PropertyId;
import io.tieout.fact.SourceAccount;
import io.tieout.fact.SourceProperty;
import io.tieout.finding.Finding;
import io.tieout.mapping.IndexedRuleBook.Line;
import io.tieout.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks of a mapping against the source's chart of accounts and its properties. */
final class SourceLint {

    /** Properties named in one message. */
    private static final int NAMES_MAX = 10;

    private final Mapping mapping;
    private final LintContext context;
    private final IndexedRuleBook book;
    private final List<Finding> findings = new ArrayList<>();

    SourceLint(Mapping mapping, LintContext context) {
        this.mapping = mapping;
        this.context = context;
        this.book = IndexedRuleBook.of(mapping);
    }

    List<Finding> findings() {
        context.properties().ifPresent(this::properties);
        if (!context.charts().isEmpty()) {
            unknownCodes();
            walkChart();
        }
        return List.copyOf(findings);
    }

    private void properties(List<SourceProperty> all) {
        var names = new LinkedHashMap<String, String>();
        all.forEach(p -> names.put(p.id().value(), p.id() + " " + p.name()));
        var mapped = new HashSet<String>();
        for (var property : mapping.properties()) {
            mapped.add(property.id().value());
            if (!names.containsKey(property.id().value())) {
                var near = DidYouMean.of(property.id().value(), names.keySet())
                        .map(id -> ". Did you mean " + names.get(id) + "?")
                        .orElse("");
                add(
                        MappingCode.PROPERTY_UNKNOWN,
                        property.place(),
                        "a property of " + mapping.binding().organisation(),
                        property.id() + near,
                        "correct the id, or ask Entrata to grant the property to the key");
            }
        }
        var left = all.stream()
                .filter(p -> !p.disabled() && !mapped.contains(p.id().value()))
                .map(p -> p.id() + " " + p.name())
                .sorted()
                .toList();
        if (!left.isEmpty()) {
            add(
                    MappingCode.PROPERTY_NOT_MAPPED,
                    mapping.place("properties"),
                    "every property of " + mapping.binding().organisation() + " in this file or another",
                    left.size() + " not in this file: " + shown(left),
                    "list them here if they belong to this company; nothing of them is posted from this file");
        }
    }

    private static String shown(List<String> names) {
        var more = names.size() - NAMES_MAX;
        return String.join(", ", names.stream().limit(NAMES_MAX).toList()) + (more > 0 ? " and " + more + " more" : "");
    }

    private void unknownCodes() {
        var numbers = new HashSet<String>();
        var ids = new HashSet<String>();
        context.charts()
                .values()
                .forEach(chart -> chart.forEach(account -> {
                    numbers.add(account.number());
                    ids.add(account.id().value());
                }));
        var said = new HashSet<String>();
        mapping.rules().stream()
                .filter(rule -> rule.subject() == SubjectKind.GL_ACCOUNT && said.add(rule.code()))
                .forEach(rule -> unknownCode(rule.code(), rule.place(), numbers, ids));
        var controls = mapping.controls();
        List.of(controls.receivables(), controls.prepaid(), controls.deposits(), controls.payables(), controls.cash())
                .forEach(list -> list.stream()
                        .filter(number -> !numbers.contains(number) && said.add(number))
                        .forEach(number -> unknownCode(number, mapping.place("controls"), numbers, ids)));
    }

    private void unknownCode(String code, SourcePlace place, Set<String> numbers, Set<String> ids) {
        var pattern = CodePattern.of(code);
        var known = switch (pattern.kind()) {
            case NUMBER -> numbers.contains(pattern.low());
            case ID -> ids.contains(pattern.low());
            case RANGE, WILDCARD -> numbers.stream().anyMatch(n -> pattern.matches(n, Optional.empty()));
        };
        if (!known) {
            var near = pattern.kind() == CodePattern.Kind.NUMBER ? DidYouMean.sentence(code, numbers) : "";
            add(
                    MappingCode.CODE_UNKNOWN,
                    place,
                    "an account of the GL trees "
                            + String.join(
                                    ", ",
                                    context.charts().keySet().stream().sorted().toList()),
                    code + ", which matches none." + near,
                    "correct the number, or delete the rule; it changes nothing as it stands");
        }
    }

    /** Asks the rule book about every account of every property, once. */
    private void walkChart() {
        var unmapped = new LinkedHashMap<GlAccountId, Unmapped>();
        var beatenBy = new LinkedHashMap<Rule, Rule>();
        Set<Rule> winners = new HashSet<>();
        for (var property : mapping.properties()) {
            for (var account : context.charts().getOrDefault(property.tree(), List.of())) {
                var candidates = book.candidates(new Line(
                        property.id(),
                        Optional.of(account.id().value()),
                        account.number(),
                        Optional.empty(),
                        property.cutover()));
                if (candidates.isEmpty() && isUsed(account, property.id()) && !ruledAtAll(account, property.id())) {
                    unmapped.computeIfAbsent(account.id(), id -> new Unmapped(account, new ArrayList<>()))
                            .properties
                            .add(property.id());
                }
                note(candidates.stream().map(IndexedRuleBook.RankedRule::rule).toList(), winners, beatenBy);
            }
        }
        reportUnmapped(unmapped);
        beatenBy.forEach((rule, winner) -> {
            if (!winners.contains(rule)) {
                add(
                        MappingCode.SHADOWED_RULE,
                        rule.place(),
                        "an account for which the rule wins",
                        rule.code() + " gives way to " + winner.code() + " at " + winner.place()
                                + " or a like rule for every account it matches",
                        "delete the rule, or make its code more exact");
            }
        });
    }

    private boolean isUsed(SourceAccount account, PropertyId property) {
        return account.enabled() || context.amount(property, account.id()) != 0;
    }

    /** A rule that begins later than the cutover is a gap of months, reported as such. */
    private boolean ruledAtAll(SourceAccount account, PropertyId property) {
        return !book.anyMonth(property, Optional.of(account.id().value()), account.number())
                .isEmpty();
    }

    /** In each layer the first wins; a rule beaten inside its own layer for every account is of no use. */
    private static void note(List<Rule> candidates, Set<Rule> winners, Map<Rule, Rule> beatenBy) {
        for (var i = 0; i < candidates.size(); i++) {
            var rule = candidates.get(i);
            if (i == 0 || candidates.get(i - 1).layer() != rule.layer()) {
                winners.add(rule);
                continue;
            }
            if (rule.from().isEmpty() && rule.to().isEmpty()) {
                var layer = rule.layer();
                candidates.stream()
                        .filter(r -> r.layer() == layer)
                        .findFirst()
                        .filter(winner -> !winner.code().equals(rule.code()))
                        .ifPresent(winner -> beatenBy.putIfAbsent(rule, winner));
            }
        }
    }

    private void reportUnmapped(Map<GlAccountId, Unmapped> unmapped) {
        unmapped.values().stream()
                .sorted(Comparator.comparingLong((Unmapped u) -> -amount(u))
                        .thenComparing(u -> u.account.number(), NaturalOrder.INSTANCE))
                .forEach(u -> add(
                        MappingCode.ACCOUNT_NOT_MAPPED,
                        mapping.place("rules"),
                        "a rule for GL " + u.account.number() + " " + u.account.name(),
                        found(u),
                        "add '\"" + u.account.number() + "\": ...' with an account, or hold or exclude with a reason"));
    }

    /** Names the properties whose lines use the account: the others have it in their chart and nothing on it. */
    private String found(Unmapped u) {
        if (amount(u) == 0) {
            return "none; no line read so far uses the account";
        }
        var using = u.properties.stream()
                .filter(p -> context.amount(p, u.account.id()) != 0)
                .map(p -> named(p))
                .toList();
        var currency = mapping.binding().currency();
        return "none; " + Money.of(amount(u), currency) + " " + currency + " moved on it in "
                + (using.size() == 1 ? "property " : "properties ") + shown(using);
    }

    private String named(PropertyId id) {
        return mapping.property(id)
                .filter(p -> !p.name().equals(id.value()))
                .map(p -> id + " " + p.name())
                .orElse(id.value());
    }

    private long amount(Unmapped u) {
        return u.properties.stream()
                .mapToLong(p -> context.amount(p, u.account.id()))
                .sum();
    }

    private void add(MappingCode code, SourcePlace place, String expected, String found, String next) {
        findings.add(Finding.of(code, place.toString(), expected, found, next));
    }

    private record Unmapped(SourceAccount account, List<PropertyId> properties) {}
}
