package io.tieout.selftest.kill;

import java.util.List;

/**
 * What came of all trials.
 *
 * @param points how many were to be tried
 */
public record KillReport(int points, List<KillResult> results) {

    public KillReport {
        results = List.copyOf(results);
    }

    public int kills() {
        return (int) results.stream().filter(KillResult::killed).count();
    }

    /** Points that no night reached: they prove nothing. */
    public List<String> notReached() {
        return results.stream()
                .filter(r -> !r.killed())
                .map(r -> r.point().text())
                .toList();
    }

    public int lost() {
        return results.stream().mapToInt(r -> r.verdicts().lost().size()).sum();
    }

    public int duplicated() {
        return results.stream().mapToInt(r -> r.verdicts().duplicated().size()).sum();
    }

    public int unexpected() {
        return results.stream().mapToInt(r -> r.verdicts().unexpected().size()).sum();
    }

    public long recovered() {
        return results.stream().mapToLong(r -> r.verdicts().recovered()).sum();
    }

    /** What was violated, each line with its point. */
    public List<String> violations() {
        return results.stream()
                .flatMap(r -> r.violations().stream().map(v -> r.point().text() + "  " + v))
                .toList();
    }

    /** All points reached, and nothing violated, lost, duplicated or unexpected. */
    public boolean clean() {
        return results.size() == points && results.stream().allMatch(KillResult::clean);
    }
}
