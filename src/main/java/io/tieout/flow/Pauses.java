package io.tieout.flow;

import io.tieout.flow.port.RunClock;
import java.time.Duration;

/** Waiting, with an interruption treated as a request to stop. */
final class Pauses {

    private Pauses() {}

    static void sleep(RunClock clock, Duration duration) {
        try {
            clock.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
