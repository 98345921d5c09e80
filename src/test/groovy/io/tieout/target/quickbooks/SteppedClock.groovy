package io.tieout.target.quickbooks

import io.tieout.flow.port.RunClock
import java.time.Duration
import java.time.Instant
import java.time.LocalDate

/** A clock that only moves when somebody sleeps; it remembers every sleep. */
class SteppedClock implements RunClock {
  long nanos = 0
  List<Duration> sleeps = []

  @Override
  Instant now() { Instant.parse('2026-11-02T06:00:00Z').plusNanos(nanos) }

  @Override
  LocalDate businessDate() { LocalDate.of(2026, 11, 2) }

  @Override
  long monotonicNanos() { nanos }

  @Override
  void sleep(Duration duration) {
    sleeps << duration
    nanos += duration.toNanos()
  }
}
