package io.tieout.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Tells lines of one reading apart that share account and source id, by their content alone: whatever order the source
 * answers in, the same lines get the same numbers. The ledger then settles the numbers against the facts it knows.
 */
public final class Occurrences {

    /** A fixed order of lines with one id; twins that it cannot order are equal in all that is posted or shown. */
    private static final Comparator<GlLine> BY_CONTENT = Comparator.comparing(
                    (GlLine l) -> l.fingerprint().hex())
            .thenComparing(GlLine::transactionDate)
            .thenComparing(GlLine::reference)
            .thenComparing(GlLine::memo)
            .thenComparing(GlLine::debitMinor);

    private Occurrences() {}

    /** The lines in their order, numbered from 1 within each key. */
    public static List<GlLine> number(List<GlLine> lines) {
        var placesByKey = new LinkedHashMap<FactKey, List<Integer>>();
        for (var place = 0; place < lines.size(); place++) {
            placesByKey
                    .computeIfAbsent(lines.get(place).key().withOccurrence(1), key -> new ArrayList<>())
                    .add(place);
        }
        var numbered = new ArrayList<>(lines);
        placesByKey.forEach((key, places) -> {
            if (places.size() > 1) {
                places.sort(Comparator.comparing(lines::get, BY_CONTENT));
            }
            for (var i = 0; i < places.size(); i++) {
                var place = places.get(i);
                numbered.set(place, lines.get(place).withKey(key.withOccurrence(i + 1)));
            }
        });
        return List.copyOf(numbered);
    }
}
