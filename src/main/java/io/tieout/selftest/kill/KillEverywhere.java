package io.tieout.selftest.kill;

import io.tieout.flow.port.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Kills a night at every point, one house for each, and gathers what the judge says. */
public final class KillEverywhere {

    private final String database;
    private final Progress progress;

    /** @param database lines of {@code tieout.yml} that name another database than SQLite; empty text for SQLite */
    public KillEverywhere(String database, Progress progress) {
        this.database = database;
        this.progress = progress;
    }

    /**
     * Runs the trials.
     *
     * @param most how many kills at the most, spread evenly over all points; 0 for all
     * @param beforeEach called with the folder of a house before its first night
     */
    public KillReport run(int most, Consumer<Path> beforeEach) throws IOException, InterruptedException {
        var work = Files.createTempDirectory("tieout-selftest");
        try {
            var base = work.resolve("base");
            House.prepare(base, database);
            var points = spread(census(work, base, beforeEach), most);
            var results = new ArrayList<KillResult>();
            progress.begin("killing at every boundary", points.size());
            for (var point : points) {
                if (progress.stopRequested()) {
                    break;
                }
                results.add(trial(work, base, point, beforeEach));
                progress.at(results.size());
            }
            return new KillReport(points.size(), results);
        } finally {
            House.remove(work);
        }
    }

    private List<KillPoint> census(Path work, Path base, Consumer<Path> beforeEach)
            throws IOException, InterruptedException {
        progress.begin("nights without a kill, to find the points", 0);
        var home = work.resolve("census");
        House.copy(base, home);
        beforeEach.accept(home);
        try (var trial = Trial.open(home, database)) {
            trial.run(Optional.empty());
            var judged = Judgement.of(trial);
            if (!judged.violations().isEmpty() || !judged.verdicts().clean()) {
                throw new IllegalStateException("the undisturbed nights are not clean: " + judged.verdicts() + ", "
                        + judged.violations() + "\n" + String.join("\n", trial.output()));
            }
            return Census.points(trial);
        }
    }

    private KillResult trial(Path work, Path base, KillPoint point, Consumer<Path> beforeEach)
            throws IOException, InterruptedException {
        var home = work.resolve("house");
        House.copy(base, home);
        beforeEach.accept(home);
        try (var trial = Trial.open(home, database)) {
            trial.run(Optional.of(point));
            var judged = Judgement.of(trial);
            var violations = new ArrayList<>(judged.violations());
            if (!violations.isEmpty() || !judged.verdicts().clean()) {
                violations.addAll(trial.output());
            }
            return new KillResult(point, trial.killed(), trial.nights(), judged.verdicts(), violations);
        } finally {
            House.remove(home);
        }
    }

    private static List<KillPoint> spread(List<KillPoint> points, int most) {
        if (most <= 0 || most >= points.size()) {
            return points;
        }
        var chosen = new ArrayList<KillPoint>();
        for (var i = 0; i < most; i++) {
            chosen.add(points.get((int) ((long) i * points.size() / most)));
        }
        return chosen;
    }
}
