package io.tieout.flow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person changed between two published versions of a mapping, in the lines of the files they published. */
final class MappingChange {

    /** How many changed lines a message shows. */
    private static final int NAMED_MAX = 5;

    private MappingChange() {}

    /** For example {@code 'grain: type' is now 'grain: day'}; empty text where either file is not kept. */
    static String words(Optional<byte[]> before, Optional<byte[]> now) {
        if (before.isEmpty() || now.isEmpty()) {
            return "";
        }
        var gone = without(lines(before.get()), lines(now.get()));
        var come = without(lines(now.get()), lines(before.get()));
        var words = new ArrayList<String>();
        for (var line : gone) {
            var same = come.stream().filter(l -> key(l).equals(key(line))).findFirst();
            same.ifPresent(come::remove);
            words.add("'" + line + "' is " + same.map(l -> "now '" + l + "'").orElse("gone"));
        }
        come.forEach(l -> words.add("'" + l + "' is new"));
        var more = words.size() - NAMED_MAX;
        return Stream.concat(
                        words.stream().limit(NAMED_MAX), more > 0 ? Stream.of("and " + more + " more") : Stream.empty())
                .collect(Collectors.joining("; "));
    }

    /** Lines that say something: no blank ones and no remarks. */
    private static List<String> lines(byte[] file) {
        return new String(file, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .toList();
    }

    /** The lines less those of the other list, each as often as it stands there. */
    private static List<String> without(List<String> lines, List<String> others) {
        var rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }

    private static String key(String line) {
        return Arrays.asList(line.split(":", 2)).get(0);
    }
}
