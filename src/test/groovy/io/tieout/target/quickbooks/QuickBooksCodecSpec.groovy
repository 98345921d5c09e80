package io.tieout.target.quickbooks

import java.nio.charset.StandardCharsets
import java.time.LocalDate
import spock.lang.Specification

class QuickBooksCodecSpec extends Specification {

  def codec = new QuickBooksCodec()

  def "an entry is rendered by the SDK in its own field order, with exact cents and an ISO date"() {
    given:
    def entry = new WireJournalEntry('TO7K2M', LocalDate.of(2026, 10, 31), 'Oak Ridge',
        [Entries.debit(123_450, '84', [memo: 'Rent', classId: '7']), Entries.credit(123_450, '79', [departmentId: '2'])])

    expect:
    new String(codec.render(entry), StandardCharsets.UTF_8) ==
        '{"DocNumber":"TO7K2M","TxnDate":"2026-10-31","PrivateNote":"Oak Ridge","Line":[' +
        '{"Description":"Rent","Amount":1234.50,"DetailType":"JournalEntryLineDetail","JournalEntryLineDetail":' +
        '{"PostingType":"Debit","AccountRef":{"value":"84"},"ClassRef":{"value":"7"}}},' +
        '{"Amount":1234.50,"DetailType":"JournalEntryLineDetail","JournalEntryLineDetail":' +
        '{"PostingType":"Credit","AccountRef":{"value":"79"},"DepartmentRef":{"value":"2"}}}]}'
  }

  def "large and round amounts travel in plain digits"() {
    when:
    def text = new String(codec.render(Entries.roundEntry()), StandardCharsets.UTF_8)

    then:
    text.contains('"Amount":12345678901.00')
    text.contains('"Amount":100.00')
    !text.contains('E+')
  }

  def "the same entry gives the same bytes, from many threads at once"() {
    given:
    def expected = (1..30).collectEntries { [it, codec.render(Entries.entry(it))] }

    when:
    def again = (1..200).toList().parallelStream()
        .map { int n -> codec.render(Entries.entry(n % 30 + 1)) == expected[n % 30 + 1] }
        .toList()

    then:
    again.size() == 200
    again.every()
  }

  def "a day stays the same day in a JVM of zone #zone"() {
    given: 'a JVM of its own, because the zone is read once'
    def java = "${System.getProperty('java.home')}/bin/java"
    def run = new ProcessBuilder(java, "-Duser.timezone=$zone", '-Dfile.encoding=US-ASCII', '-XX:TieredStopAtLevel=1', '-cp',
        System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path'),
        'io.tieout.target.quickbooks.RenderInAnotherZone').redirectErrorStream(true).start()

    when:
    def out = new String(run.inputStream.readAllBytes(), StandardCharsets.UTF_8)

    then:
    run.waitFor() == 0
    out.contains('2024-01-15 2024-07-15 2026-10-31 ok')

    where:
    zone << ['America/Chicago', 'Pacific/Auckland', 'Europe/Istanbul']
  }

  def "an entry that QuickBooks could not take is not built: #why"() {
    when:
    build.call()

    then:
    def e = thrown(IllegalArgumentException)
    e.message.contains(says)

    where:
    why                         | build                                                                  || says
    'a number of 22 characters' | { of('X' * 22, 'n', [Entries.debit(1, '1'), Entries.credit(1, '2')]) } || '1 to 21'
    'no number'                 | { of('', 'n', [Entries.debit(1, '1'), Entries.credit(1, '2')]) }       || '1 to 21'
    'a memo too long'           | { of('A', 'n' * 4001, [Entries.debit(1, '1'), Entries.credit(1, '2')]) } || '4000'
    'one line'                  | { of('A', 'n', [Entries.debit(1, '1')]) }                              || 'two lines'
    'out of balance by a cent'  | { of('A', 'n', [Entries.debit(2, '1'), Entries.credit(1, '2')]) }      || 'found 1 cents'
    'a zero line'               | { Entries.debit(0, '1') }                                              || 'above zero'
    'no account'                | { Entries.debit(1, ' ') }                                              || 'account id'
  }

  def "positions in a batch are 01 to 30"() {
    expect:
    QuickBooksBatch.bId(1) == '01'
    QuickBooksBatch.bId(30) == '30'

    when:
    QuickBooksBatch.bId(31)

    then:
    thrown(IllegalArgumentException)
  }

  private static WireJournalEntry of(String number, String note, List lines) {
    new WireJournalEntry(number, LocalDate.of(2026, 1, 1), note, lines)
  }
}
