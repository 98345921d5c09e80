package io.tieout.target.quickbooks

import io.tieout.flow.port.RunClock
import io.tieout.sandbox.script.SandboxClock
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.temporal.ChronoUnit

/** The sandbox's clock as the adapter's: sleeping moves both, so limits are met in no time. */
class SandboxRunClock implements RunClock {
  final SandboxClock clock
  List<Duration> sleeps = []

  SandboxRunClock(SandboxClock clock) { this.clock = clock }

  @Override
  Instant now() { clock.instant() }

  @Override
  LocalDate businessDate() { LocalDate.of(2026, 11, 2) }

  @Override
  long monotonicNanos() { ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()) }

  @Override
  void sleep(Duration duration) {
    sleeps << duration
    clock.advance(duration)
  }
}
