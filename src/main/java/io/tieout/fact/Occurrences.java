package io.tieout.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells lines apart that share one source id, so that each keeps its identity from reading to reading whatever order the
 * source answers in.
 *
 * <p>Within one account a line is told by its fingerprint. A line that changed takes the place of the one known
 * occurrence that no line of the reading explains: a changed amount is a new version of the same fact, never a new fact.
 * Twins with equal content are interchangeable, so it does not matter which is which.
 */
public final class Occurrences {

    /** A fixed order of lines with one id, from their content alone; twins that it cannot order are equal in all it compares. */
    private static final Comparator<GlLine> BY_CONTENT = Comparator.comparing((GlLine l) -> l.fingerprint().hex())
            .thenComparing(GlLine::transactionDate)
            .thenComparing(GlLine::reference)
            .thenComparing(GlLine::memo)
            .thenComparing(GlLine::debitMinor);

    private Occurrences() {}

    /**
     * What is known of a fact from earlier complete snapshots.
     *
     * @param fingerprint of its newest version
     * @param elsewhere whether the newest complete snapshot of another post month still has it: then no line of this
     *     reading can be its new version
     */
    public record Known(FactKey key, Fingerprint fingerprint, boolean elsewhere) {}

    /** The lines in their order, numbered from 1 within each key by content. For a reading on its own. */
    public static List<GlLine> number(List<GlLine> lines) {
        return settle(lines, List.of());
    }

    /**
     * The lines in their order with settled occurrences.
     *
     * @param lines all lines of one reading
     * @param known facts with the ids of the lines, of any post month; others are ignored
     */
    public static List<GlLine> settle(List<GlLine> lines, List<Known> known) {
        var knownByKey = new HashMap<FactKey, List<Known>>();
        known.forEach(k -> knownByKey
                .computeIfAbsent(k.key().withOccurrence(1), key -> new ArrayList<>())
                .add(k));
        var placesByKey = new LinkedHashMap<FactKey, List<Integer>>();
        for (var i = 0; i < lines.size(); i++) {
            placesByKey
                    .computeIfAbsent(lines.get(i).key().withOccurrence(1), key -> new ArrayList<>())
                    .add(i);
        }
        var settled = new ArrayList<>(lines);
        placesByKey.forEach((key, places) -> settleKey(key, places, knownByKey.getOrDefault(key, List.of()), settled));
        return List.copyOf(settled);
    }

    private static void settleKey(FactKey key, List<Integer> places, List<Known> known, List<GlLine> lines) {
        if (known.isEmpty() && places.size() == 1) {
            var only = places.get(0);
            lines.set(only, lines.get(only).withKey(key));
            return;
        }
        var open = new ArrayList<>(places);
        open.sort(Comparator.comparing(lines::get, BY_CONTENT));
        var free = new ArrayList<>(known);
        free.sort(Comparator.comparingInt(k -> k.key().occurrence()));
        var taken = new HashMap<Integer, Integer>();
        takeUnchanged(open, free, lines, taken);
        free.removeIf(Known::elsewhere);
        while (!open.isEmpty() && !free.isEmpty()) {
            taken.put(open.remove(0), free.remove(0).key().occurrence());
        }
        takeNew(open, known, taken);
        taken.forEach((place, occurrence) -> lines.set(place, lines.get(place).withKey(key.withOccurrence(occurrence))));
    }

    private static void takeUnchanged(
            List<Integer> open, List<Known> free, List<GlLine> lines, Map<Integer, Integer> taken) {
        open.removeIf(place -> {
            var fingerprint = lines.get(place).fingerprint();
            var same = free.stream().filter(k -> k.fingerprint().equals(fingerprint)).findFirst();
            same.ifPresent(k -> {
                free.remove(k);
                taken.put(place, k.key().occurrence());
            });
            return same.isPresent();
        });
    }

    /** Numbers never used before, so that a fact that is gone does not come back as another line. */
    private static void takeNew(List<Integer> open, List<Known> known, Map<Integer, Integer> taken) {
        Set<Integer> used = new HashSet<>(taken.values());
        known.forEach(k -> used.add(k.key().occurrence()));
        var next = 1;
        for (var place : open) {
            while (used.contains(next)) {
                next++;
            }
            used.add(next);
            taken.put(place, next);
        }
    }
}
