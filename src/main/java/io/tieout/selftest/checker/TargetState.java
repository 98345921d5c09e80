package io.tieout.selftest.checker;

import java.util.List;

/** The whole state of the targets, from their own side. */
public interface TargetState {

    /** How many changes there were so far; only grows. */
    long changes();

    /**
     * Documents touched by the changes after the given number, as they stand now, removed ones included. Each at least
     * once, in order of the changes.
     */
    List<Document> changedSince(long changes);

    /** Every document that stands or ever stood. */
    List<Document> documents();

    /** A state that stands still: all of it is one change. */
    static TargetState of(List<Document> documents) {
        var all = List.copyOf(documents);
        return new TargetState() {
            @Override
            public long changes() {
                return 1;
            }

            @Override
            public List<Document> changedSince(long changes) {
                return changes < 1 ? all : List.of();
            }

            @Override
            public List<Document> documents() {
                return all;
            }
        };
    }
}
