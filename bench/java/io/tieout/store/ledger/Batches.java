package io.tieout.store.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Rows cut into commits: sizes even between 10 and 60, so 35 on average; the same for every arm. */
final class Batches {

    /** Facts of a snapshot. Rounds hold whole snapshots, so that the ledger is whole after each. */
    static final int SNAPSHOT_FACTS = 400;

    private static final int SMALLEST = 10;
    private static final int GREATEST = 60;

    /** One commit: facts, and the snapshots that begin among them. */
    record Batch(List<Object[]> snapshots, List<Object[]> facts) {}

    private final Random random = new Random(20_261_102);
    private final Deque<Object[]> facts = new ArrayDeque<>();
    private long nextFact = 1;
    private long nextSnapshot = 1;

    /** Commits that hold so many facts together, rounded up to whole snapshots. */
    List<Batch> next(int wanted) {
        var batches = new ArrayList<Batch>();
        int left = (wanted + SNAPSHOT_FACTS - 1) / SNAPSHOT_FACTS * SNAPSHOT_FACTS;
        while (left > 0) {
            int size = Math.min(left, SMALLEST + random.nextInt(GREATEST - SMALLEST + 1));
            batches.add(batch(size));
            left -= size;
        }
        return batches;
    }

    private Batch batch(int size) {
        var batch = new Batch(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < size; i++) {
            if (facts.isEmpty()) {
                batch.snapshots().add(snapshot());
            }
            batch.facts().add(facts.remove());
        }
        return batch;
    }

    private Object[] snapshot() {
        long number = nextSnapshot++;
        for (int i = 0; i < SNAPSHOT_FACTS; i++) {
            facts.add(BenchRow.fact(nextFact++, number, random));
        }
        return BenchRow.snapshot(number, facts);
    }
}
