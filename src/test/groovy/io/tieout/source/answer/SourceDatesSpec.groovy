package io.tieout.source.answer

import java.time.LocalDate
import spock.lang.Specification

class SourceDatesSpec extends Specification {

  def "the four documented forms of a date are read"() {
    expect:
    SourceDates.date(text).get() == LocalDate.parse(date)

    where:
    text               || date
    '2026/10/02'       || '2026-10-02'
    '10/02/2026'       || '2026-10-02'
    '2026-10-02'       || '2026-10-02'
    '10/02/2026 09:14' || '2026-10-02'
    '10/02/2026 23:59' || '2026-10-02'
    '02/29/2028'       || '2028-02-29'
  }

  def "any other form of a date is none"() {
    expect:
    SourceDates.date(text).isEmpty()

    where:
    text << ['', ' ', '2026-10-2', '10/2/2026', '2026/10-02', '2026-10/02', '31/12/2026', '02/29/2027', '2026-02-30',
             '10/02/26', '20261002', '2026-10-02T00:00:00', '10/02/2026 24:00', '10/02/2026 09:60', '10/02/2026 09:14:00',
             ' 10/02/2026', '10/02/2026 ', '0000-00-00', 'Oct 2, 2026', '10.02.2026', '2026-13-01', '٢٠٢٦-١٠-٠٢', 'null']
  }

  def "the four documented forms of a post month are read, and any day is dropped"() {
    expect:
    SourceDates.month(text).get().toString() == month

    where:
    text         || month
    'Oct,2026'   || '2026-10'
    'Jan,2027'   || '2027-01'
    '10/01/2026' || '2026-10'
    '10/15/2026' || '2026-10'
    '2026-10-01' || '2026-10'
    '2026-10-10' || '2026-10'
    '10/2026'    || '2026-10'
  }

  def "any other form of a post month is none"() {
    expect:
    SourceDates.month(text).isEmpty()

    where:
    text << ['', 'oct,2026', 'Okt,2026', 'October,2026', 'Oct, 2026', 'Oct 2026', '2026-10', '2026/10/02', '13/2026', '00/2026',
             '1/2026', '10/01/2026 09:14', '10/32/2026', '2026-13-01', '10-2026']
  }

  def "no zone of this machine moves a date"() {
    given:
    def before = TimeZone.default

    when:
    TimeZone.setDefault(TimeZone.getTimeZone(zone))

    then:
    SourceDates.date('03/08/2026 02:30').get() == LocalDate.of(2026, 3, 8)
    SourceDates.date('11/01/2026 01:30').get() == LocalDate.of(2026, 11, 1)

    cleanup:
    TimeZone.setDefault(before)

    where:
    zone << ['America/Denver', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']
  }
}
