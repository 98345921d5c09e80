package io.tieout.selftest.checker;

import java.util.List;

/** The whole state of the source, from its own side. */
public interface SourceState {

    /** How many changes there were so far, marks included; only grows. */
    long changes();

    /** Lines touched by the changes after the given number, as they stand now, removed ones included. */
    List<SourceLine> changedSince(long changes);

    /** Every line that stands. */
    List<SourceLine> lines();

    /** Opening balances, at least of each month that a mapping begins with. */
    List<SourceOpening> openings();

    /** A state that stands still: all of it is one change. */
    static SourceState of(List<SourceLine> lines, List<SourceOpening> openings) {
        var all = List.copyOf(lines);
        var balances = List.copyOf(openings);
        return new SourceState() {
            @Override
            public long changes() {
                return 1;
            }

            @Override
            public List<SourceLine> changedSince(long changes) {
                return changes < 1 ? all : List.of();
            }

            @Override
            public List<SourceLine> lines() {
                return all;
            }

            @Override
            public List<SourceOpening> openings() {
                return balances;
            }
        };
    }
}
