package io.tieout.selftest.checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found, and how often each invariant was looked at. */
final class Findings {

    /** More of one kind add nothing: the first ones are named. */
    private static final int EACH_MAX = 100;

    private final List<Violation> violations = new ArrayList<>();
    private final long[] checks = new long[Invariant.values().length];
    private final int[] found = new int[Invariant.values().length];
    private int told;
    private boolean mute;

    /** Counts one look; true when the invariant is broken, so that words are made only then. */
    boolean broken(Invariant invariant, boolean holds) {
        if (mute) {
            return false;
        }
        checks[invariant.ordinal()]++;
        return !holds;
    }

    /** While what was judged before is gone through again. */
    void mute(boolean now) {
        mute = now;
    }

    void add(Invariant invariant, String place, String expected, String found) {
        if (!mute && this.found[invariant.ordinal()]++ < EACH_MAX) {
            violations.add(new Violation(invariant, place, expected, found));
        }
    }

    /** What was added since the last call. */
    List<Violation> news() {
        var news = told == violations.size()
                ? List.<Violation>of()
                : List.copyOf(violations.subList(told, violations.size()));
        told = violations.size();
        return news;
    }

    List<Violation> all() {
        return List.copyOf(violations);
    }

    Map<Invariant, Long> checks() {
        var counts = new EnumMap<Invariant, Long>(Invariant.class);
        for (var invariant : Invariant.values()) {
            if (checks[invariant.ordinal()] > 0) {
                counts.put(invariant, checks[invariant.ordinal()]);
            }
        }
        return counts;
    }
}
