package io.tieout.selftest.checker;

import java.util.List;

/**
 * The four verdicts over source lines that should stand and documents that do.
 *
 * @param posted source lines that the ledger says are posted
 * @param lost lines that should stand and do not, or not as planned
 * @param duplicated lines that stand more than once
 * @param unexpected lines and documents that stand and should not
 * @param recovered lines posted although an outcome was unknown on the way
 * @param disturbed lines whose document a person changed or removed; the bridge is not judged by them
 */
public record Verdicts(
        long posted,
        List<String> lost,
        List<String> duplicated,
        List<String> unexpected,
        long recovered,
        long disturbed) {

    public Verdicts {
        lost = List.copyOf(lost);
        duplicated = List.copyOf(duplicated);
        unexpected = List.copyOf(unexpected);
    }

    /** Nothing lost, duplicated or unexpected. */
    public boolean clean() {
        return lost.isEmpty() && duplicated.isEmpty() && unexpected.isEmpty();
    }

    @Override
    public String toString() {
        return "posted " + posted + ", lost " + lost.size() + ", duplicated " + duplicated.size() + ", unexpected "
                + unexpected.size() + ", recovered " + recovered + ", disturbed " + disturbed;
    }
}
