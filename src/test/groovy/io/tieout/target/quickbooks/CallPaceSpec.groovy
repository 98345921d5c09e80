package io.tieout.target.quickbooks

import java.time.Duration
import spock.lang.Specification

class CallPaceSpec extends Specification {

  def clock = new SteppedClock()

  def "no window of a second or a minute ever holds more calls than allowed"() {
    given:
    def pace = new CallPace(new QuickBooksSettings.CallLimits(8, 100, 30), clock)
    def calls = []

    when:
    300.times { n ->
      // Pauses of all kinds, so that a bucket that fills up while nothing happens would give itself away.
      if (n % 90 == 0) clock.sleep(Duration.ofSeconds(45))
      pace.beforeCall()
      calls << clock.nanos
    }

    then:
    most(calls, Duration.ofSeconds(1)) == 8
    most(calls, Duration.ofMinutes(1)) == 100
  }

  def "batches have a limit of their own beside the common one"() {
    given:
    def pace = new CallPace(QuickBooksSettings.CallLimits.INTUIT, clock)
    def batches = []

    when:
    100.times {
      pace.beforeBatch()
      batches << clock.nanos
    }

    then:
    most(batches, Duration.ofMinutes(1)) == 30
    clock.nanos >= Duration.ofMinutes(3).toNanos()
  }

  def "the first calls do not wait"() {
    given:
    def pace = new CallPace(QuickBooksSettings.CallLimits.INTUIT, clock)

    when:
    8.times { pace.beforeCall() }

    then:
    clock.sleeps == []
  }

  private static int most(List<Long> calls, Duration window) {
    calls.collect { start -> calls.count { it >= start && it - start < window.toNanos() } }.max()
  }
}
