package io.tieout.store.mapping;

import io.tieout.mapping.DidYouMean;
import io.tieout.mapping.MappingCode;
import io.tieout.mapping.SourcePlace;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One group of keys of a mapping file: reports what it does not know or cannot use, hands out the rest. */
final class Group {

    private final String name;
    private final SourcePlace place;
    private final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    /** Keys that a misspelt one most likely meant: they are not missing as well. */
    private final Set<String> meant = new HashSet<>();

    private final Faults faults;
    private final boolean usable;

    private Group(String name, SourcePlace place, Faults faults, boolean usable) {
        this.name = name;
        this.place = place;
        this.faults = faults;
        this.usable = usable;
    }

    /** A group with a closed set of keys; others are reported. */
    static Group of(YamlNode node, String name, List<String> known, Faults faults) {
        var group = open(node, name, faults);
        group.entries.values().removeIf(entry -> group.isUnknown(entry, known));
        return group;
    }

    /** A group whose keys are codes. */
    static Group open(YamlNode node, String name, Faults faults) {
        if (node instanceof YamlNode.Block block) {
            var group = new Group(name, node.place(), faults, true);
            block.entries().forEach(e -> group.entries.put(e.key(), e));
            return group;
        }
        var empty = node instanceof YamlNode.Scalar scalar && scalar.isEmpty();
        if (!empty && !(node instanceof YamlNode.Broken)) {
            faults.add(
                    MappingCode.WRONG_KIND,
                    node.place(),
                    name + " as a group of keys",
                    node.words(),
                    "write one 'key: value' on each line, two blanks deeper");
        }
        return new Group(name, node.place(), faults, empty);
    }

    private boolean isUnknown(YamlNode.Entry entry, List<String> known) {
        if (known.contains(entry.key())) {
            return false;
        }
        faults.add(
                MappingCode.UNKNOWN_KEY,
                entry.keyPlace(),
                "in " + name + " one of " + String.join(", ", known),
                "'" + Words.shortened(entry.key()) + "'",
                Keys.advice(entry.key(), name, known));
        meant.add(DidYouMean.of(entry.key(), known).orElse(entry.key()));
        return true;
    }

    String name() {
        return name;
    }

    SourcePlace place() {
        return place;
    }

    Faults faults() {
        return faults;
    }

    Iterable<YamlNode.Entry> entries() {
        return entries.values();
    }

    boolean has(String key) {
        return node(key).isPresent();
    }

    /** The value of a key; empty when it is not there or nothing stands after its colon. */
    Optional<YamlNode> node(String key) {
        return Optional.ofNullable(entries.get(key))
                .map(YamlNode.Entry::value)
                .filter(value -> !(value instanceof YamlNode.Scalar scalar && scalar.isEmpty()));
    }

    SourcePlace placeOf(String key) {
        return Optional.ofNullable(entries.get(key))
                .map(YamlNode.Entry::keyPlace)
                .orElse(place);
    }

    /** A group inside this one; an empty one where the key is missing. */
    Group group(String key, List<String> known) {
        return node(key)
                .map(n -> of(n, "'" + key + "'", known, faults))
                .orElseGet(() -> new Group("'" + key + "'", placeOf(key), faults, true));
    }

    /** The value of a key, read; empty when missing or reported. */
    <T> Optional<T> read(String key, Function<Value, Optional<T>> reader) {
        return node(key).flatMap(n -> Value.of(n, "'" + key + "'", faults)).flatMap(reader);
    }

    /** As {@link #read}, and reported when missing. */
    <T> Optional<T> require(String key, String expected, Function<Value, Optional<T>> reader) {
        if (!has(key)) {
            missing(MappingCode.KEY_MISSING, key, expected);
        }
        return read(key, reader);
    }

    /** Whether one of these keys was meant by a misspelt one. */
    boolean meansOneOf(List<String> keys) {
        return keys.stream().anyMatch(meant::contains);
    }

    void missing(MappingCode code, String key, String expected) {
        if (usable && !meant.contains(key) && !faults.isCutOff()) {
            faults.add(
                    code,
                    placeOf(key),
                    "in " + name + " '" + key + "': " + expected,
                    entries.containsKey(key) ? "nothing after '" + key + ":'" : "no '" + key + "'",
                    "add '" + key + ": ...' to " + name);
        }
    }

    /** A list of values; a single value counts as a list of one. */
    <T> List<T> list(String key, Function<Value, Optional<T>> reader) {
        return node(key)
                .map(n -> n instanceof YamlNode.Items items ? items.items() : List.of(n))
                .orElse(List.of())
                .stream()
                .flatMap(n -> Value.of(n, "'" + key + "'", faults).flatMap(reader).stream())
                .toList();
    }

    /** The same group, with what it lacks taken from another. */
    Group withDefaults(Group defaults) {
        var merged = new Group(name, place, faults, usable);
        merged.meant.addAll(meant);
        merged.meant.addAll(defaults.meant);
        merged.entries.putAll(entries);
        defaults.entries.forEach((key, entry) -> {
            if (!has(key)) {
                merged.entries.put(key, entry);
            }
        });
        return merged;
    }
}
