package io.tieout.source

import io.tieout.flow.port.RunClock
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneOffset

/** A clock that moves only by sleeping on it or by hand, and remembers how long it was slept on. */
class HandClock implements RunClock {

  Instant at = Instant.parse('2026-11-02T16:00:30Z')
  final List<Duration> slept = []
  Closure<?> whileSleeping = { Duration d -> }

  @Override
  Instant now() { at }

  @Override
  LocalDate businessDate() { LocalDate.ofInstant(at, ZoneOffset.UTC) }

  @Override
  long monotonicNanos() { at.epochSecond * 1_000_000_000L + at.nano }

  @Override
  void sleep(Duration duration) {
    slept << duration
    at = at.plus(duration)
    whileSleeping.call(duration)
  }
}
