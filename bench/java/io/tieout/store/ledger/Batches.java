package io.tieout.store.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The rows of a run, cut into commits: sizes even between 10 and 60, so 35 on average; equal for every arm. */
final class Batches {

    private static final int WARM_UP_ROWS = 20_000;

    private final int perRound;
    private final Random random = new Random(20_261_102);
    private long nextFact = 1;
    private long commits;
    private long rows;

    private Batches(int perRound) {
        this.perRound = perRound;
    }

    static Batches of(int events, int rounds) {
        return new Batches(events / rounds);
    }

    double mean() {
        return 35;
    }

    List<Object[][]> warmUp() {
        return batches(WARM_UP_ROWS, new Random(1));
    }

    List<Object[][]> round(int round) {
        return batches(perRound, new Random(round + 100));
    }

    private List<Object[][]> batches(int wanted, Random sizes) {
        var batches = new ArrayList<Object[][]>();
        for (int left = wanted; left > 0; ) {
            int size = Math.min(left, 10 + sizes.nextInt(51));
            var batch = new Object[size][];
            for (int i = 0; i < size; i++) {
                batch[i] = BenchRow.of(nextFact++, random);
            }
            batches.add(batch);
            left -= size;
            commits++;
            rows += size;
        }
        return batches;
    }

    double measuredMean() {
        return (double) rows / commits;
    }
}
