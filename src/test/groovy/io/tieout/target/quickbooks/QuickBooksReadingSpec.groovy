package io.tieout.target.quickbooks

import static io.tieout.wire.StubServer.http

import groovy.json.JsonOutput
import io.tieout.finding.Stopped
import io.tieout.plan.Marker
import io.tieout.wire.StubServer
import java.time.Duration
import java.time.LocalDate
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Reading calls over real HTTP: what is repeated, what stops with which finding, and how pages are put together. */
class QuickBooksReadingSpec extends Specification {

  static final OCTOBER = [LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)]

  @AutoCleanup
  StubServer stub

  def clock = new SteppedClock()

  def "pages are read until one is short"() {
    given:
    stub = new StubServer({ seen ->
      int start = (query(seen) =~ /startposition (\d+)/)[0][1] as int
      page((start..<Math.min(start + 500, 1201)).collect { entry(it) })
    })

    when:
    def entries = books().journalEntries(*OCTOBER)

    then:
    entries*.id() == (1..1200)*.toString()
    stub.seen.size() == 3
  }

  def "a page that repeats an entry is not believed"() {
    given:
    stub = new StubServer({ page((1..500).collect { entry(it) }) })

    when:
    books().journalEntries(*OCTOBER)

    then:
    def e = thrown(Stopped)
    e.findings()[0].code() == QuickBooksCode.NOT_UNDERSTOOD
    e.findings()[0].found().contains('one Id twice')
  }

  def "a throttled read waits as long as it is asked to, and goes on"() {
    given:
    int calls = 0
    stub = new StubServer({ ++calls == 1 ? throttle(wait) : page([entry(1)]) })

    expect:
    books().journalEntries(*OCTOBER).size() == 1
    clock.sleeps == [Duration.ofSeconds(slept)]

    where:
    wait                  || slept
    ['Retry-After': '7']  || 7
    [:]                   || 60
  }

  def "the monthly cap is not slept through"() {
    given:
    stub = new StubServer({ throttle(['Retry-After': '71468']) })

    when:
    books().journalEntries(*OCTOBER)

    then:
    def e = thrown(Stopped)
    e.findings()[0].code() == QuickBooksCode.THROTTLED
    e.exitCode() == 3
    clock.sleeps == []
    stub.seen.size() == 1
  }

  def "HTTP #status stops a read with #code and exit code 3 after #tries tries"() {
    given:
    stub = new StubServer({ http(status, body) })

    when:
    books().journalEntries(*OCTOBER)

    then:
    def e = thrown(Stopped)
    e.findings()[0].code() == code
    e.exitCode() == 3
    e.findings()[0].place().contains('4620816365000000001')
    !e.message.contains('secret')
    stub.seen.size() == tries

    where:
    status | body                                                                        || code                            | tries
    401    | gateway('AUTHENTICATION', '3200')                                           || QuickBooksCode.TOKEN_REFUSED    | 1
    403    | gateway('AUTHORIZATION', '3100')                                            || QuickBooksCode.WRONG_COMPANY    | 1
    400    | '{"Fault":{"Error":[{"code":"4000","Message":"x"}],"type":"ValidationFault"}}' || QuickBooksCode.CALL_REFUSED | 1
    503    | '{}'                                                                        || QuickBooksCode.UNREACHABLE      | 3
    200    | '{"Fault":{"Error":[{"code":"4002","Message":"x"}],"type":"SystemFault"}}'  || QuickBooksCode.UNREACHABLE      | 3
    200    | '{}'                                                                        || QuickBooksCode.NOT_UNDERSTOOD   | 1
    200    | '{"QueryResponse":{"JournalEntry":['                                        || QuickBooksCode.NOT_UNDERSTOOD   | 1
  }

  def "a server that closes is asked three times, a refused connection as well"() {
    given:
    stub = new StubServer({ null })

    when:
    books().journalEntries(*OCTOBER)

    then:
    def e = thrown(Stopped)
    e.findings()[0].code() == QuickBooksCode.UNREACHABLE
    stub.seen.size() == 3
  }

  def "a search that does not complete is absent, but a refused token stops everything"() {
    given:
    int status = 503
    stub = new StubServer({ http(status, status == 401 ? gateway('AUTHENTICATION', '3200') : '{}') })
    def marker = new Marker('TO0123456789ABCDEFGH')

    expect:
    books().findByMarker(marker).isEmpty()
    books().createdSince(clock.now()).isEmpty()

    when:
    status = 401
    books().findByMarker(marker)

    then:
    thrown(Stopped)
  }

  def "an entry that cannot be read stops the list instead of falling out of it"() {
    given:
    stub = new StubServer({ page([entry(1), entry(2) + [TxnDate: 'yesterday']]) })

    when:
    books().journalEntries(*OCTOBER)

    then:
    def e = thrown(Stopped)
    e.findings()[0].found().contains('TxnDate of entry 2')
  }

  def "an address that is not allowed is refused when the books are opened: #url"() {
    when:
    new QuickBooksBooks(new QuickBooksSettings(url, realm, flag, QuickBooksSettings.CallLimits.INTUIT, { 't' }), clock)

    then:
    def e = thrown(Stopped)
    e.findings()[0].code() == QuickBooksCode.ADDRESS
    e.exitCode() == 2

    where:
    url                                            | realm | flag
    'http://127.0.0.1:1/v3/company'                | '1'   | false
    'https://quickbooks.example.com/v3/company'    | '1'   | true
    'http://quickbooks.api.intuit.com/v3/company'  | '1'   | true
    'https://quickbooks.api.intuit.com/v3'         | '1'   | false
    'https://quickbooks.api.intuit.com/v3/company?x=1' | '1' | false
    QuickBooksSettings.PRODUCTION_URL              | 'x/y' | false
    'nonsense'                                     | '1'   | true
  }

  QuickBooksBooks books() {
    new QuickBooksBooks(new QuickBooksSettings("$stub.url/v3/company", '4620816365000000001', true,
        QuickBooksSettings.CallLimits.INTUIT, { 'secret' }), clock)
  }

  static query(StubServer.Seen seen) {
    URLDecoder.decode(URI.create(seen.target).rawQuery, 'UTF-8')
  }

  static page(List entries) {
    http(200, JsonOutput.toJson([QueryResponse: entries.empty ? [:] : [JournalEntry: entries, startPosition: 1]]))
  }

  static entry(int id) {
    QuickBooksAnswersSpec.ENTRY + [Id: id as String]
  }

  static throttle(Map headers) {
    http(429, gateway('SERVICE', '3001'), headers)
  }

  static gateway(String type, String code) {
    JsonOutput.toJson(QuickBooksAnswersSpec.gateway(type, code, type))
  }
}
