package io.tieout.wiring;

import io.tieout.flow.port.RunClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The machine's clocks. The one place that reads them. */
public final class SystemRunClock implements RunClock {

    private final ZoneId zone;

    public SystemRunClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Whole microseconds, which is what both databases keep. */
    @Override
    public Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public LocalDate businessDate() {
        return LocalDate.now(zone);
    }

    @Override
    public long monotonicNanos() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(Math.max(0, duration.toMillis()));
    }
}
