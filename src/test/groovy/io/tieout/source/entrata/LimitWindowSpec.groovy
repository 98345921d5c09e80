package io.tieout.source.entrata

import io.tieout.wire.WireAnswer
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class LimitWindowSpec extends Specification {

  static final NOW = Instant.parse('2026-11-02T16:00:00Z')

  def "windows are read by unit, whatever their number and order"() {
    given:
    def windows = LimitWindow.of(answer(
        'x-ratelimit-limit': limit, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset), NOW)

    expect:
    windows.collect { "${it.unit()} ${it.remaining()}/${it.limit()} ${Duration.between(NOW, it.endsAt()).seconds}".toString() } == read

    where:
    limit                           | remaining                   | reset          || read
    '15000/day;1000/hour;150/minute' | '14996/day;999/hour;149/minute' | '36686;686;26' || ['day 14996/15000 36687', 'hour 999/1000 687', 'minute 149/150 27']
    '66000/hour;1100/minute'        | '1099/minute;65999/hour'    | '686;26'       || ['hour 65999/66000 687', 'minute 1099/1100 27']
    '8640/day; 6/minute'            | '8639/day; 0/minute'        | '36686; 26'    || ['day 8639/8640 36687', 'minute 0/6 27']
    '150/minute'                    | '149/minute'                | '26/minute'    || ['minute 149/150 27']
    '150/minute'                    | '149/hour'                  | '26'           || []
    '150'                           | '149'                       | '26'           || []
    'many/minute'                   | 'few/minute'                | 'soon'         || []
    '15000/day;150/minute'          | '1/day;2/minute'            | '36686'        || ['day 1/15000 36687']
  }

  def "without the headers there are no windows"() {
    expect:
    LimitWindow.of(answer([:]), NOW) == []
  }

  def "a wish to come again is seconds or a date"() {
    expect:
    LimitWindow.retryAfter(answer('retry-after': text), NOW).map { it.seconds }.orElse(-1L) == seconds

    where:
    text                            || seconds
    '7'                             || 7
    ' 60 '                          || 60
    'Mon, 02 Nov 2026 16:01:30 GMT' || 90
    'Mon, 02 Nov 2026 15:00:00 GMT' || 0
    'soon'                          || -1
    '-5'                            || -1
  }

  private static WireAnswer.Answered answer(Map<String, String> headers) {
    new WireAnswer.Answered(200, headers.collectEntries { k, v -> [k, [v]] }, new byte[0])
  }
}
