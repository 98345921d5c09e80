package io.tieout.store.mapping;

import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.finding.Count;
import io.tieout.mapping.CodePattern;
import io.tieout.mapping.MappingCode;
import io.tieout.mapping.Rule;
import io.tieout.mapping.RuleAction;
import io.tieout.mapping.RuleLayer;
import io.tieout.mapping.SourcePlace;
import io.tieout.mapping.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the group {@code rules}: three layers of codes, and the list of exceptions. */
final class RulesReader {

    /** An exception that names no code is for every GL account. */
    private static final String ANY_CODE = "*";

    private static final List<String> ACTIONS = List.of("account", "hold", "exclude");

    private final Faults faults;
    private final List<Rule> rules = new ArrayList<>();

    RulesReader(Faults faults) {
        this.faults = faults;
    }

    List<Rule> read(Group file) {
        var layers = file.group("rules", Keys.LAYERS);
        layers.node("default").ifPresent(n -> readCodes(n, RuleLayer.DEFAULT, Optional.empty()));
        layers.node("company").ifPresent(n -> readCodes(n, RuleLayer.COMPANY, Optional.empty()));
        layers.node("property").ifPresent(this::readProperties);
        layers.node("exception").ifPresent(this::readExceptions);
        return List.copyOf(rules);
    }

    private void readProperties(YamlNode node) {
        for (var entry : Group.open(node, "the layer 'property'", faults).entries()) {
            if (Keys.SUBJECTS.contains(entry.key())) {
                faults.add(
                        MappingCode.WRONG_KIND,
                        entry.keyPlace(),
                        "a property id, and its codes below it",
                        "'" + entry.key() + "'",
                        "put the property's id between 'property' and '" + entry.key() + "'");
            } else if (isProperty(entry.key(), entry.keyPlace())) {
                readCodes(entry.value(), RuleLayer.PROPERTY, Optional.of(new PropertyId(entry.key())));
            }
        }
    }

    private boolean isProperty(String id, SourcePlace place) {
        return new Value(id, "the property", place, faults)
                .matching(PropertiesReader.ID, PropertiesReader.ID_EXPECTED, PropertiesReader.ID_NEXT)
                .isPresent();
    }

    private void readCodes(YamlNode node, RuleLayer layer, Optional<PropertyId> property) {
        var name = "the layer '" + layer.code() + "'"
                + property.map(p -> " for property " + p).orElse("");
        var subjects = Group.of(node, name, Keys.SUBJECTS, faults);
        for (var kind : SubjectKind.values()) {
            subjects.node(kind.code())
                    .ifPresent(codes -> Group.open(codes, "'" + kind.code() + "'", faults)
                            .entries()
                            .forEach(entry -> readCode(entry, new Head(layer, property, kind, entry.key()))));
        }
    }

    private void readCode(YamlNode.Entry entry, Head head) {
        if (!isCode(head.code, entry.keyPlace())) {
            return;
        }
        if (entry.value() instanceof YamlNode.Items items) {
            items.items().forEach(item -> readRule(item, head, item.place()));
            return;
        }
        readRule(entry.value(), head, entry.keyPlace());
    }

    private boolean isCode(String code, SourcePlace place) {
        var fault = code.length() > 100 || code.chars().anyMatch(Character::isISOControl)
                ? Optional.of("a text of several lines or too many letters")
                : CodePattern.faultOf(code);
        fault.ifPresent(words -> faults.add(
                MappingCode.BAD_CODE,
                place,
                "a number, id: with an id, a range as 4000-0000..4999-9999, or a pattern as 40*",
                Words.shortened(words),
                "write the code as the source shows it"));
        return fault.isEmpty();
    }

    private void readRule(YamlNode node, Head head, SourcePlace place) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.isEmpty()) {
            Value.of(node, "the rule", faults)
                    .flatMap(value -> accountOrName(value, head.kind))
                    .ifPresent(action ->
                            rules.add(rule(head, Optional.empty(), Optional.empty(), Optional.empty(), action, place)));
            return;
        }
        if (node instanceof YamlNode.Scalar) {
            noAction(place, "nothing after '" + head.code + ":'");
            return;
        }
        if (node instanceof YamlNode.Broken) {
            return;
        }
        var group = Group.of(node, "a rule", Keys.RULE, faults);
        action(group, head.kind).ifPresent(action -> add(group, head, Optional.empty(), action, place));
    }

    /** A vendor is written as its name in the target; every other code as an account. */
    private static Optional<RuleAction> accountOrName(Value value, SubjectKind kind) {
        if (kind == SubjectKind.VENDOR) {
            return value.asText().map(n -> new RuleAction.Label(Optional.empty(), Optional.empty(), Optional.of(n)));
        }
        return value.asAccount()
                .map(a -> new RuleAction.ToAccount(a, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private void readExceptions(YamlNode node) {
        if (node instanceof YamlNode.Items items) {
            items.items().forEach(this::readException);
        } else if (!(node instanceof YamlNode.Broken)) {
            faults.add(
                    MappingCode.WRONG_KIND,
                    node.place(),
                    "a list of exceptions",
                    node.words(),
                    "begin each exception with '- ' on a line of its own");
        }
    }

    private void readException(YamlNode node) {
        var group = Group.of(node, "an exception", Keys.EXCEPTION, faults);
        var kinds = Stream.of(SubjectKind.values())
                .filter(kind -> group.has(Keys.singular(kind)))
                .toList();
        var property = group.read(
                        "property",
                        v -> v.matching(PropertiesReader.ID, PropertiesReader.ID_EXPECTED, PropertiesReader.ID_NEXT))
                .map(PropertyId::new);
        var type = group.read("transaction-type", Value::asText);
        if (kinds.size() > 1 || kinds.isEmpty() && !group.has("property") && !group.has("transaction-type")) {
            faults.add(
                    MappingCode.BAD_CODE,
                    group.place(),
                    "an exception for one code, or for a property or transaction type",
                    kinds.isEmpty() ? "neither of them" : Count.of(kinds.size(), "code"),
                    "name what it is for, as 'gl-account: \"4190-0000\"'; write one exception for each code");
            return;
        }
        var kind = kinds.isEmpty() ? SubjectKind.GL_ACCOUNT : kinds.get(0);
        var code = kinds.isEmpty() ? Optional.of(ANY_CODE) : group.read(Keys.singular(kind), Value::asText);
        var readable = code.isPresent() && isCode(code.get(), group.placeOf(Keys.singular(kind)));
        var action = action(group, kind);
        var faultless =
                property.isPresent() == group.has("property") && type.isPresent() == group.has("transaction-type");
        if (readable && faultless && action.isPresent()) {
            add(group, new Head(RuleLayer.EXCEPTION, property, kind, code.get()), type, action.get(), group.place());
        }
    }

    private Optional<RuleAction> action(Group group, SubjectKind kind) {
        var said = ACTIONS.stream().filter(group::has).toList();
        if (said.isEmpty() && group.meansOneOf(ACTIONS)) {
            return Optional.empty();
        }
        var dimensions =
                Stream.of("class", "location", "name").filter(group::has).toList();
        if (said.size() > 1 || said.isEmpty() && (kind == SubjectKind.GL_ACCOUNT || dimensions.isEmpty())) {
            noAction(group.place(), said.isEmpty() ? "none of them" : String.join(" and ", said));
            return Optional.empty();
        }
        var trackingClass = group.read("class", Value::asText);
        var location = group.read("location", Value::asText);
        var name = group.read("name", Value::asText);
        if (said.isEmpty()) {
            return Optional.of(new RuleAction.Label(trackingClass, location, name));
        }
        if (!said.contains("account") && !dimensions.isEmpty()) {
            noAction(group.place(), said.get(0) + " together with " + String.join(" and ", dimensions));
            return Optional.empty();
        }
        return switch (said.get(0)) {
            case "hold" -> group.read("hold", Value::asText).map(RuleAction.Hold::new);
            case "exclude" -> group.read("exclude", Value::asText).map(RuleAction.Exclude::new);
            default ->
                group.read("account", Value::asAccount)
                        .map(account -> new RuleAction.ToAccount(account, trackingClass, location, name));
        };
    }

    private void noAction(SourcePlace place, String found) {
        faults.add(
                MappingCode.RULE_ACTION,
                place,
                "one of account, hold with a reason, exclude with a reason",
                found,
                "say what to do with the lines; class, location and name go with an account only");
    }

    private void add(Group group, Head head, Optional<String> type, RuleAction action, SourcePlace place) {
        var from = group.read("from", Value::asMonth);
        var to = group.read("to", Value::asMonth);
        if (from.isPresent() != group.has("from") || to.isPresent() != group.has("to")) {
            return;
        }
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            faults.add(
                    MappingCode.MONTHS_REVERSED,
                    group.placeOf("to"),
                    "a last month not before " + from.get(),
                    "to: " + to.get(),
                    "exchange 'from' and 'to', or correct one of them");
            return;
        }
        rules.add(rule(head, type, from, to, action, place));
    }

    private static Rule rule(
            Head head,
            Optional<String> type,
            Optional<PostMonth> from,
            Optional<PostMonth> to,
            RuleAction action,
            SourcePlace place) {
        return new Rule(head.layer, head.property, head.kind, head.code, type, from, to, action, place);
    }

    /** What a rule is about. */
    private record Head(RuleLayer layer, Optional<PropertyId> property, SubjectKind kind, String code) {}
}
