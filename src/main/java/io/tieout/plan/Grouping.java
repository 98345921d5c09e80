package io.tieout.plan;

import io.tieout.mapping.Grain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds sets of lines that balance, although the source gives no journal id.
 *
 * <p>At each grain from the one asked for upwards, groups that balance are taken out. A group that does not balance keeps
 * the narrower groups inside it that do; only the rest is pooled and grouped again at the next wider grain, so that one
 * journal over two days does not drag the other journals of both days along. What is left at the month balances whenever
 * the lines given do (docs/decisions/0013).
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
                pool = takeLots(grain, pool, lots);
            }
        }
        if (!pool.isEmpty()) {
            throw new IllegalArgumentException("lines that do not balance were to be grouped: " + Candidate.sum(pool));
        }
        return lots;
    }

    /**
     * The smallest balanced blocks that the grains can tell apart, by their first line.
     *
     * @param lines in key order; must sum to zero
     */
    static List<List<Candidate>> blocks(List<Candidate> lines) {
        var blocks = new ArrayList<List<Candidate>>();
        var left = takeBlocks(Grain.values().length, lines, blocks);
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("lines that do not balance have no blocks: " + Candidate.sum(left));
        }
        blocks.sort(Comparator.comparing(b -> b.get(0).canonical()));
        return blocks;
    }

    private static List<Candidate> takeLots(Grain grain, List<Candidate> pool, List<Lot> lots) {
        var left = new ArrayList<Candidate>();
        groups(grain, pool).forEach((text, group) -> {
            if (Candidate.sum(group) == 0) {
                lots.add(new Lot(grain, text, List.copyOf(group)));
                return;
            }
            var inside = new ArrayList<List<Candidate>>();
            left.addAll(takeBlocks(grain.ordinal(), group, inside));
            if (!inside.isEmpty()) {
                lots.add(new Lot(
                        grain,
                        text,
                        inKeyOrder(inside.stream().flatMap(List::stream).toList())));
            }
        });
        return inKeyOrder(left);
    }

    /** Takes balanced blocks at the first so many grains out of lines, and returns what is left. */
    private static List<Candidate> takeBlocks(int grains, List<Candidate> lines, List<List<Candidate>> blocks) {
        var pool = lines;
        for (var grain : List.of(Grain.values()).subList(0, grains)) {
            var left = new ArrayList<Candidate>();
            for (var group : groups(grain, pool).values()) {
                if (Candidate.sum(group) == 0) {
                    blocks.add(List.copyOf(group));
                } else {
                    left.addAll(takeBlocks(grain.ordinal(), group, blocks));
                }
            }
            pool = inKeyOrder(left);
        }
        return pool;
    }

    private static TreeMap<String, List<Candidate>> groups(Grain grain, List<Candidate> pool) {
        var groups = new TreeMap<String, List<Candidate>>();
        for (var line : pool) {
            groups.computeIfAbsent(GroupText.of(grain, line), k -> new ArrayList<>())
                    .add(line);
        }
        return groups;
    }

    private static List<Candidate> inKeyOrder(List<Candidate> lines) {
        return lines.stream().sorted(Comparator.comparing(Candidate::canonical)).toList();
    }
}
