package io.tieout.target.quickbooks;

import io.tieout.flow.port.RunClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Keeps calls to one company under QuickBooks' limits: at most so many calls in any window of so long. A sliding window,
 * not a bucket that fills up in pauses, because the limit counts every window (invariant I23).
 */
final class CallPace {

    private record Window(int callsMax, long nanos, Deque<Long> calls) {

        static Window of(int callsMax, Duration length) {
            return new Window(callsMax, length.toNanos(), new ArrayDeque<>());
        }

        /** How long to wait until one more call fits. */
        long waitNanos(long now) {
            while (!calls.isEmpty() && now - calls.peekFirst() >= nanos) {
                calls.removeFirst();
            }
            return calls.size() < callsMax ? 0 : nanos - (now - calls.peekFirst());
        }
    }

    private final RunClock clock;
    private final List<Window> all;
    private final List<Window> batches;

    CallPace(QuickBooksSettings.CallLimits limits, RunClock clock) {
        this.clock = clock;
        Window second = Window.of(limits.callsPerSecond(), Duration.ofSeconds(1));
        Window minute = Window.of(limits.callsPerMinute(), Duration.ofMinutes(1));
        this.all = List.of(second, minute);
        this.batches = List.of(second, minute, Window.of(limits.batchesPerMinute(), Duration.ofMinutes(1)));
    }

    void beforeCall() throws InterruptedException {
        take(all);
    }

    void beforeBatch() throws InterruptedException {
        take(batches);
    }

    private synchronized void take(List<Window> windows) throws InterruptedException {
        long wait = wait(windows);
        while (wait > 0) {
            // Up to the next millisecond: a clock that sleeps in whole ones would otherwise spin through the rest.
            clock.sleep(Duration.ofMillis(Duration.ofNanos(wait).toMillis() + 1));
            wait = wait(windows);
        }
        long now = clock.monotonicNanos();
        windows.forEach(window -> window.calls.addLast(now));
    }

    private long wait(List<Window> windows) {
        long now = clock.monotonicNanos();
        return windows.stream().mapToLong(window -> window.waitNanos(now)).max().orElse(0);
    }
}
