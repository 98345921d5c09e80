package io.tieout.flow.port;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Time for the use cases and adapters; the only way they learn it or wait. */
public interface RunClock {

    /** Now, in UTC. */
    Instant now();

    /** The business date: today in the zone of the configuration. Never used to date a posting. */
    LocalDate businessDate();

    /** A reading of a clock that never jumps, in nanoseconds; only differences mean something. */
    long monotonicNanos();

    void sleep(Duration duration) throws InterruptedException;
}
