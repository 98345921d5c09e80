package io.tieout.edge.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a demo came to, as named figures, and what it was declared to come to.
 *
 * @param figures name to value; amounts in minor units
 */
record DemoOutcome(Map<String, String> figures) {

    DemoOutcome {
        figures = Map.copyOf(figures);
    }

    DemoOutcome with(String name, String value) {
        var more = new TreeMap<>(figures);
        more.put(name, value);
        return new DemoOutcome(more);
    }

    /** Reads {@code name = value} lines; a line that begins with # is a remark. */
    static DemoOutcome declared(String text) {
        var figures = new TreeMap<String, String>();
        text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .forEach(l -> {
                    var at = l.indexOf('=');
                    figures.put(l.substring(0, at).strip(), l.substring(at + 1).strip());
                });
        return new DemoOutcome(figures);
    }

    /** Each declared figure that came out differently, or not at all. */
    List<String> differences(DemoOutcome declared) {
        var differences = new ArrayList<String>();
        new TreeMap<>(declared.figures).forEach((name, value) -> {
            var here = figures.getOrDefault(name, "nothing");
            if (!here.equals(value)) {
                differences.add(name + ": declared " + value + ", came out " + here);
            }
        });
        return differences;
    }
}
