package io.tieout.wiring;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.mapping.DidYouMean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One block of keys of the configuration file, with the place of each and the faults found so far. */
final class YamlKeys {

    private static final int CODE_POINTS_MAX = 1_000_000;

    private final String file;
    private final String path;
    private final Optional<Mark> place;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Optional<Mark>> places = new LinkedHashMap<>();
    private final List<Finding> faults;

    private YamlKeys(String file, String path, Optional<Mark> place, List<Finding> faults) {
        this.file = file;
        this.path = path;
        this.place = place;
        this.faults = faults;
    }

    /** Reads a file's text; a file that is no block of keys stops at once. */
    static YamlKeys parse(String text, String file) {
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(CODE_POINTS_MAX)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            var root = new Compose(settings).composeString(text);
            var keys = new YamlKeys(file, "", Optional.empty(), new ArrayList<>());
            if (root.isPresent() && root.get() instanceof MappingNode block) {
                keys.fill(block);
                return keys;
            }
            throw unreadable(file, "1:1", "no keys");
        } catch (MarkedYamlEngineException e) {
            var at = e.getProblemMark().map(YamlKeys::position).orElse("1:1");
            throw unreadable(file, at, e.getProblem());
        } catch (YamlEngineException e) {
            throw unreadable(file, "1:1", String.valueOf(e.getMessage()));
        }
    }

    private static Stopped unreadable(String file, String at, String problem) {
        return new Stopped(Finding.of(
                SettingsCode.UNREADABLE,
                file + ":" + at,
                "YAML: one `key: value` on a line, blanks for indentation",
                problem,
                "Correct the line; `tieout init` writes a commented example."));
    }

    private void fill(MappingNode block) {
        for (var tuple : block.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.put(key, tuple.getValueNode()) != null) {
                places.put(key, tuple.getKeyNode().getStartMark());
                fault(SettingsCode.WRONG_VALUE, key, "one value", "the key a second time", "Keep one of the two.");
            }
            places.put(key, tuple.getKeyNode().getStartMark());
        }
    }

    List<String> names() {
        return List.copyOf(values.keySet());
    }

    void allow(List<String> keys) {
        for (var key : values.keySet()) {
            if (!keys.contains(key)) {
                var near = DidYouMean.of(key, keys);
                fault(
                        SettingsCode.UNKNOWN_KEY,
                        key,
                        "one of " + String.join(", ", keys),
                        key,
                        near.map(n -> "Did you mean '" + n + "'?").orElse("Remove it, or correct its spelling."));
            }
        }
    }

    void require(String key) {
        if (text(key).isEmpty()) {
            faults.add(Finding.of(
                    SettingsCode.MISSING, at(place), path + key, "nothing", "Add `" + key + ":` with a value."));
        }
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key))
                .filter(ScalarNode.class::isInstance)
                .map(n -> ((ScalarNode) n).getValue())
                .filter(v -> !v.isBlank());
    }

    void oneOf(String key, List<String> words) {
        text(key)
                .filter(v -> !words.contains(v))
                .ifPresent(v -> fault(
                        SettingsCode.WRONG_VALUE,
                        key,
                        "one of " + String.join(", ", words),
                        v,
                        DidYouMean.of(v, words)
                                .map(n -> "Did you mean '" + n + "'?")
                                .orElse("Use one of the words.")));
    }

    Optional<Boolean> flag(String key) {
        oneOf(key, List.of("true", "false"));
        return text(key).map(Boolean::parseBoolean);
    }

    Optional<Duration> seconds(String key, long least) {
        var text = text(key);
        try {
            var seconds = text.map(Long::parseLong);
            seconds.filter(s -> s < least)
                    .ifPresent(s -> fault(
                            SettingsCode.WRONG_VALUE,
                            key,
                            "at least " + least + " seconds",
                            s.toString(),
                            "Raise it."));
            return seconds.map(Duration::ofSeconds);
        } catch (NumberFormatException e) {
            fault(SettingsCode.WRONG_VALUE, key, "whole seconds", text.orElse(""), "Write a number such as 480.");
            return Optional.empty();
        }
    }

    Optional<YamlKeys> block(String key) {
        var node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MappingNode mapping) {
            var keys = new YamlKeys(file, path + key + ".", places.getOrDefault(key, place), faults);
            keys.fill(mapping);
            return Optional.of(keys);
        }
        fault(SettingsCode.WRONG_VALUE, key, "a group of keys", "a single value", "Indent its keys below it.");
        return Optional.empty();
    }

    void fault(SettingsCode code, String key, String expected, String found, String next) {
        var mark = places.getOrDefault(key, place);
        faults.add(Finding.of(code, at(mark) + ", " + path + key, expected, found, next));
    }

    void stopOnFaults() {
        if (!faults.isEmpty()) {
            throw new Stopped(faults);
        }
    }

    private String at(Optional<Mark> mark) {
        return mark.map(m -> file + ":" + position(m)).orElse(file);
    }

    private static String position(Mark mark) {
        return (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }
}
