package io.tieout.store.ledger;

import java.util.Arrays;
import java.util.Locale;

/** Rounds of two arms, each measured right beside the other, so that a busy machine is as busy for both. */
final class Pairs {

    /** Something to measure. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private final String name;
    private final double target;
    private final double[] base;
    private final double[] ours;
    private int count;

    /** @param target the ratio that is promised; 0 when none is */
    Pairs(String name, int rounds, double target) {
        this.name = name;
        this.target = target;
        this.base = new double[rounds];
        this.ours = new double[rounds];
    }

    /** Measures a pair; the arm that begins changes from round to round. */
    void round(Work baseArm, Work ourArm) throws Exception {
        if (count % 2 == 0) {
            base[count] = seconds(baseArm);
            ours[count] = seconds(ourArm);
        } else {
            ours[count] = seconds(ourArm);
            base[count] = seconds(baseArm);
        }
        count++;
        System.err.printf(
                Locale.ROOT,
                "%-24s round %2d: %.3f s against %.3f s, %.2f%n",
                name,
                count,
                ours[count - 1],
                base[count - 1],
                ours[count - 1] / base[count - 1]);
    }

    /** One line: seconds of all rounds, then the ratio's least, median and greatest. */
    String line() {
        double[] ratios = new double[count];
        Arrays.setAll(ratios, i -> ours[i] / base[i]);
        Arrays.sort(ratios);
        double median =
                count % 2 == 1 ? ratios[count / 2] : (ratios[count / 2 - 1] + ratios[count / 2]) / 2;
        String verdict = target == 0
                ? ""
                : String.format(Locale.ROOT, "  at most %.1f: %s", target, median <= target ? "holds" : "MISSED");
        return String.format(
                Locale.ROOT,
                "%-24s %8.2f s against %8.2f s   ratio min %.2f  median %.2f  max %.2f%s",
                name,
                Arrays.stream(ours).sum(),
                Arrays.stream(base).sum(),
                ratios[0],
                median,
                ratios[count - 1],
                verdict);
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
