package io.tieout.mapping;

import io.tieout.mapping.IndexedRuleBook.Line;
import io.tieout.mapping.IndexedRuleBook.RankedRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules by what they match: one look-up for numbers and ids, one for each possible prefix, a walk over the few ranges. */
final class RuleBucket {

    private final Map<String, List<RankedRule>> byNumber = new HashMap<>();
    private final Map<String, List<RankedRule>> byId = new HashMap<>();
    private final Map<String, List<RankedRule>> byPrefix = new HashMap<>();
    private final List<RankedRule> ranges = new ArrayList<>();
    private int prefixLengthMax = -1;

    void add(RankedRule ranked) {
        var pattern = ranked.pattern();
        switch (pattern.kind()) {
            case NUMBER -> list(byNumber, pattern.low()).add(ranked);
            case ID -> list(byId, pattern.low()).add(ranked);
            case RANGE -> ranges.add(ranked);
            case WILDCARD -> {
                list(byPrefix, pattern.prefix()).add(ranked);
                prefixLengthMax = Math.max(prefixLengthMax, pattern.prefix().length());
            }
        }
    }

    /** Adds every rule that matches the line in its month. */
    void collect(Line line, List<RankedRule> into) {
        take(byNumber.get(line.number()), line, into);
        line.id().ifPresent(id -> take(byId.get(id), line, into));
        take(ranges, line, into);
        for (var length = 0; length <= Math.min(prefixLengthMax, line.number().length()); length++) {
            take(byPrefix.get(line.number().substring(0, length)), line, into);
        }
    }

    private static void take(@Nullable List<RankedRule> rules, Line line, List<RankedRule> into) {
        if (rules == null) {
            return;
        }
        for (var ranked : rules) {
            if (ranked.holdsFor(line) && ranked.pattern().matches(line.number(), line.id())) {
                into.add(ranked);
            }
        }
    }

    private static List<RankedRule> list(Map<String, List<RankedRule>> map, String key) {
        return map.computeIfAbsent(key, k -> new ArrayList<>());
    }
}
