package io.tieout.edge.cli;

import io.tieout.flow.port.Progress;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Progress on standard error: a bar in a terminal, one line a step elsewhere. The first Ctrl-C asks the work to end at
 * the next safe point.
 */
final class Terminal implements Progress, AutoCloseable {

    private final PrintStream err;
    private final boolean interactive;
    private final AtomicBoolean stop = new AtomicBoolean();
    private @Nullable ProgressBar bar;

    Terminal(PrintStream err, boolean interactive) {
        this.err = err;
        this.interactive = interactive;
    }

    /** For a person at a terminal, or for a log. */
    static Terminal standard() {
        return new Terminal(System.err, System.console() != null);
    }

    /** Asks long work to end at the next safe point. */
    void requestStop() {
        stop.set(true);
    }

    @Override
    public boolean stopRequested() {
        return stop.get();
    }

    @Override
    public void begin(String step, long total) {
        endBar();
        if (interactive && total > 0) {
            bar = new ProgressBarBuilder()
                    .setTaskName(step)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .build();
        } else {
            err.println(step + (total > 0 ? " (" + total + ")" : ""));
        }
    }

    @Override
    public void at(long done) {
        var current = bar;
        if (current != null) {
            current.stepTo(done);
        }
    }

    @Override
    public void note(String line) {
        err.println(Console.clean(line));
    }

    @Override
    public void close() {
        endBar();
    }

    private void endBar() {
        var current = bar;
        bar = null;
        if (current != null) {
            current.close();
        }
    }
}
