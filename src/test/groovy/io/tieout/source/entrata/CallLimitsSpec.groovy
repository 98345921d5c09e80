package io.tieout.source.entrata

import io.tieout.finding.Stopped
import io.tieout.source.HandClock
import io.tieout.source.answer.SourceCall
import io.tieout.source.answer.SourceCode
import io.tieout.wire.WireAnswer
import java.time.Instant
import spock.lang.Specification

class CallLimitsSpec extends Specification {

  def clock = new HandClock(at: Instant.parse('2026-11-02T16:00:00Z'))

  def "on paper: one call a minute for each property and service, others at once"() {
    given:
    def limits = new CallLimits(clock, true)

    when:
    ['financial 1', 'financial 2', 'vendors 1', 'financial 1', 'financial 1', 'vendors 1'].each { make(limits, it, [:]) }

    then:
    clock.slept*.seconds == [60L, 60L]
  }

  def "on paper: 2,500 calls a day of the source's zone, then a finding with the time"() {
    given:
    def limits = new CallLimits(clock, true)
    2500.times { make(limits, "financial $it", [:]) }

    when:
    limits.await(call('financial 9999'))

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [SourceCode.LIMIT_REACHED]
    stopped.findings()[0].found().endsWith('until 2026-11-03T07:00:00Z')
    limits.budget().callsLeft() == 0

    when: 'the next day'
    clock.at = Instant.parse('2026-11-03T07:00:01Z')
    make(limits, 'financial 9999', [:])

    then:
    limits.budget().callsLeft() == 2499
  }

  def "without the paper contract nothing is waited for"() {
    given:
    def limits = new CallLimits(clock, false)

    when:
    3.times { make(limits, 'financial 1', [:]) }

    then:
    clock.slept == []
    limits.budget().callsLeft() == -1
  }

  def "headers end the paper contract for the methods that carry them and for those not called yet"() {
    given:
    def limits = new CallLimits(clock, true)
    def headers = headers('100/minute', '99/minute', '30')

    when:
    make(limits, 'financial 1', headers)
    make(limits, 'financial 1', headers)
    make(limits, 'vendors 1', [:], 'getInvoices')

    then: 'the second method answered without headers, so its next call is on paper'
    clock.slept == []

    when:
    make(limits, 'vendors 1', [:], 'getInvoices')

    then:
    clock.slept*.seconds == [60L]
  }

  def "a used-up window is waited out, and a far one is a finding"() {
    given:
    def limits = new CallLimits(clock, true)
    make(limits, 'financial 1', headers('1000/hour;150/minute', remaining, '3000;26'))

    when:
    def code = 'none'
    try {
      limits.await(call('financial 1'))
    } catch (Stopped stopped) {
      code = stopped.findings()[0].code().id()
    }

    then:
    clock.slept*.seconds == slept
    code == finding

    where:
    remaining             || slept | finding
    '999/hour;149/minute' || []    | 'none'
    '999/hour;0/minute'   || [27L] | 'none'
    '0/hour;149/minute'   || []    | 'S009'
  }

  def "windows that were used up and are over stop nobody"() {
    given:
    def limits = new CallLimits(clock, true)
    make(limits, 'financial 1', headers('150/minute', '0/minute', '26'))
    clock.at = clock.at.plusSeconds(60)

    when:
    limits.await(call('financial 1'))

    then:
    clock.slept == []
  }

  def "the budget is the least left over windows that outlast a wait, health and reach left out"() {
    given:
    def limits = new CallLimits(clock, true)
    make(limits, 'financial 1', headers('15000/day;1000/hour;150/minute', '14990/day;990/hour;5/minute', '36686;3000;26'))
    make(limits, 'vendors 1', headers('15000/day;1000/hour', '70/day;3/hour', '36686;100'), 'getInvoices')
    make(limits, 'status ', headers('10/day', '1/day', '36686'), 'getStatus')

    expect:
    limits.budget().callsMade() == 3
    limits.budget().callsLeft() == 70
  }

  def "a refused call waits as long as it is told, else until the used-up window ends, else a minute"() {
    given:
    def limits = new CallLimits(clock, true)
    def refused = new WireAnswer.Answered(429, headers.collectEntries { k, v -> [k, [v]] }, new byte[0])
    limits.answered(call('financial 1'), refused)

    expect:
    limits.throttled(call('financial 1'), refused).seconds == seconds

    where:
    headers || seconds
    ['retry-after': '7', 'x-ratelimit-limit': '1/minute', 'x-ratelimit-remaining': '0/minute', 'x-ratelimit-reset': '26'] || 7
    ['x-ratelimit-limit': '9/hour;1/minute', 'x-ratelimit-remaining': '3/hour;0/minute', 'x-ratelimit-reset': '700;26'] || 27
    ['x-ratelimit-limit': '9/hour;1/minute', 'x-ratelimit-remaining': '3/hour;1/minute', 'x-ratelimit-reset': '700;26'] || 27
    [:] || 60
  }

  private static void make(CallLimits limits, String place, Map<String, String> headers, String method = 'getGlTransactions') {
    def call = call(place, method)
    limits.await(call)
    limits.made(call)
    limits.answered(call, new WireAnswer.Answered(200, headers.collectEntries { k, v -> [k, [v]] }, new byte[0]))
  }

  private static SourceCall call(String place, String method = 'getGlTransactions') {
    def (service, property) = place.split(' ', 2)
    new SourceCall(service, method, 'r1', [:], property, '', 0)
  }

  private static Map<String, String> headers(String limit, String remaining, String reset) {
    ['x-ratelimit-limit': limit, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset]
  }
}
