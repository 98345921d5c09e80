package io.tieout.plan;

import io.tieout.mapping.Grain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds sets of lines that balance, although the source gives no journal id.
 *
 * <p>At each grain, groups that balance are taken out; the lines of the others are pooled and grouped again at the next
 * wider grain. What is left at the month balances whenever the lines given do (docs/decisions/0013).
 */
final class Grouping {

    private Grouping() {}

    /**
     * Lots from a grain upwards.
     *
     * @param lines in key order; must sum to zero
     */
    static List<Lot> from(Grain start, List<Candidate> lines) {
        var lots = new ArrayList<Lot>();
        var pool = lines;
        for (var grain : Grain.values()) {
            if (grain.ordinal() >= start.ordinal() && !pool.isEmpty()) {
                pool = takeBalanced(grain, pool, lots);
            }
        }
        if (!pool.isEmpty()) {
            throw new IllegalArgumentException("lines that do not balance were to be grouped: " + Candidate.sum(pool));
        }
        return lots;
    }

    /** The smallest balanced blocks that the grains can tell apart, by their first line. */
    static List<List<Candidate>> blocks(List<Candidate> lines) {
        return from(Grain.REFERENCE, lines).stream()
                .map(Lot::lines)
                .sorted(Comparator.comparing((List<Candidate> b) -> b.get(0).canonical()))
                .toList();
    }

    private static List<Candidate> takeBalanced(Grain grain, List<Candidate> pool, List<Lot> lots) {
        var groups = new TreeMap<String, List<Candidate>>();
        for (var line : pool) {
            groups.computeIfAbsent(GroupText.of(grain, line), k -> new ArrayList<>()).add(line);
        }
        var left = new ArrayList<Candidate>();
        groups.forEach((text, group) -> {
            if (Candidate.sum(group) == 0) {
                lots.add(new Lot(grain, text, List.copyOf(group)));
            } else {
                left.addAll(group);
            }
        });
        left.sort(Comparator.comparing(Candidate::canonical));
        return left;
    }
}
