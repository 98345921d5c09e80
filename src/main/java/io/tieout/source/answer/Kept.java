package io.tieout.source.answer;

import io.tieout.flow.port.RunClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A value that was read a short while ago, or is read again. */
final class Kept<T> {

    /** Long enough for one property after the other, short enough that a night does not live on an evening's answer. */
    static final Duration AGE_MAX = Duration.ofMinutes(15);

    private final RunClock clock;
    private Optional<T> value = Optional.empty();
    private long readAtNanos;

    Kept(RunClock clock) {
        this.clock = clock;
    }

    T fresh(Supplier<T> reader) {
        var read = reader.get();
        value = Optional.of(read);
        readAtNanos = clock.monotonicNanos();
        return read;
    }

    T kept(Predicate<T> usable, Supplier<T> reader) {
        var young = clock.monotonicNanos() - readAtNanos < AGE_MAX.toNanos();
        return value.filter(v -> young && usable.test(v)).orElseGet(() -> fresh(reader));
    }
}
