package io.tieout.sandbox.script;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The time a sandbox lives in: moved by hand, so that token lifetimes, rate windows and stamps can be tried without
 * waiting. Either runs beside real time or stands still between moves. Never goes back.
 */
public final class SandboxClock extends Clock {
    private final Clock ticking;
    private final ZoneId zone;
    private final Shared shared;

    private static final class Shared {
        private Duration offset;
        private final List<Runnable> onAdvance = new CopyOnWriteArrayList<>();

        private Shared(Duration offset) {
            this.offset = offset;
        }
    }

    private SandboxClock(Clock ticking, ZoneId zone, Shared shared) {
        this.ticking = ticking;
        this.zone = zone;
        this.shared = shared;
    }

    /** Real time. */
    public static SandboxClock real() {
        return new SandboxClock(Clock.systemUTC(), ZoneOffset.UTC, new Shared(Duration.ZERO));
    }

    /** Begins at the given instant and runs on with real time. */
    public static SandboxClock startingAt(Instant start) {
        Clock system = Clock.systemUTC();
        return new SandboxClock(system, ZoneOffset.UTC, new Shared(Duration.between(system.instant(), start)));
    }

    /** Stands at the given instant until advanced. */
    public static SandboxClock standingAt(Instant start) {
        return new SandboxClock(Clock.fixed(start, ZoneOffset.UTC), ZoneOffset.UTC, new Shared(Duration.ZERO));
    }

    /**
     * Moves the clock forward and lets everything that has fallen due happen before returning.
     *
     * @throws IllegalArgumentException for a negative step
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("a sandbox clock moves forward only, not by " + step);
        }
        synchronized (shared) {
            shared.offset = shared.offset.plus(step);
        }
        new ArrayList<>(shared.onAdvance).forEach(Runnable::run);
    }

    /** Has something run after each {@link #advance}, in the thread that advances. */
    void onAdvance(Runnable listener) {
        shared.onAdvance.add(listener);
    }

    void forget(Runnable listener) {
        shared.onAdvance.remove(listener);
    }

    @Override
    public Instant instant() {
        synchronized (shared) {
            return ticking.instant().plus(shared.offset);
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same moving time seen in another zone: advancing one advances both. */
    @Override
    public SandboxClock withZone(ZoneId other) {
        return new SandboxClock(ticking, other, shared);
    }
}
