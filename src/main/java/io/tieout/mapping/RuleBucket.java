package io.tieout.mapping;

import io.tieout.mapping.IndexedRuleBook.RankedRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

    /** Adds every wanted rule whose code matches. */
    void collect(Optional<String> id, String number, Predicate<RankedRule> wanted, List<RankedRule> into) {
        Predicate<RankedRule> matches = r -> wanted.test(r) && r.pattern().matches(number, id);
        take(byNumber.get(number), matches, into);
        id.ifPresent(i -> take(byId.get(i), matches, into));
        take(ranges, matches, into);
        for (var length = 0; length <= Math.min(prefixLengthMax, number.length()); length++) {
            take(byPrefix.get(number.substring(0, length)), matches, into);
        }
    }

    private static void take(@Nullable List<RankedRule> rules, Predicate<RankedRule> matches, List<RankedRule> into) {
        if (rules != null) {
            rules.stream().filter(matches).forEach(into::add);
        }
    }

    private static List<RankedRule> list(Map<String, List<RankedRule>> map, String key) {
        return map.computeIfAbsent(key, k -> new ArrayList<>());
    }
}
