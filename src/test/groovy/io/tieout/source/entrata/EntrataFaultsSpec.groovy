package io.tieout.source.entrata

import io.tieout.fact.Basis
import io.tieout.fact.BookId
import io.tieout.fact.GlScope
import io.tieout.fact.OrganisationId
import io.tieout.fact.PostMonth
import io.tieout.fact.PropertyId
import io.tieout.finding.Stopped
import io.tieout.flow.port.SourceLedger
import io.tieout.flow.port.SourceLedger.ReadPart
import io.tieout.money.CurrencyCode
import io.tieout.sandbox.entrata.EntrataOddities
import io.tieout.sandbox.entrata.EntrataSandbox
import io.tieout.sandbox.entrata.Traffic
import io.tieout.sandbox.entrata.portfolio.WorkedPortfolio
import io.tieout.sandbox.script.SandboxClock
import io.tieout.sandbox.script.SandboxSettings
import io.tieout.source.HandClock
import io.tieout.source.MemoryRaw
import io.tieout.source.answer.SourceCode
import io.tieout.wire.StubServer
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What the adapter says and does when the source refuses, fails, cuts off or keeps silent; over real HTTP. */
class EntrataFaultsSpec extends Specification {

  static final ORGANISATION = new OrganisationId('demopm')
  static final OCTOBER = new GlScope(ORGANISATION, new PropertyId('510001'), PostMonth.parse('2026-10'), Basis.ACCRUAL,
      new BookId('616'))

  def clock = new HandClock(at: Instant.parse('2026-11-02T16:00:30Z'))
  def sandboxClock = SandboxClock.standingAt(Instant.parse('2026-11-02T16:00:30Z'))
  def raw = new MemoryRaw()
  @AutoCleanup(quiet = true)
  EntrataSandbox sandbox = sandbox(EntrataOddities.defaults())
  @AutoCleanup(quiet = true)
  StubServer stub

  def setup() {
    clock.whileSleeping = { Duration d -> sandboxClock.advance(d) }
  }

  def "a wrong key is named on the gateway and on a tenant host, before anything is read"() {
    when:
    open(base, new EntrataCredentials.ApiKey('wrong')).organisation()

    then:
    def stopped = thrown(Stopped)
    stopped.exitCode() == 3
    stopped.findings()*.code() == [code]
    stopped.findings()[0].found().contains('Authentication failed')
    !stopped.message.contains('wrong')

    where:
    base      || code
    'gateway' || SourceCode.KEY_REFUSED
    '/api/v1' || SourceCode.CALL_REFUSED
  }

  def "a missing permission comes in general words inside HTTP 200, and the message names the call and what to grant"() {
    given:
    sandbox.service().act('deny-method', '{"method": "getGlTransactions"}'.bytes)

    when:
    read(open())

    then:
    def stopped = thrown(Stopped)
    def finding = stopped.findings()[0]
    finding.code() == SourceCode.CALL_REFUSED
    finding.place() == 'Entrata getGlTransactions r1, property 510001, 2026-10, accrual, book 616'
    finding.found() == "'An error occurred while processing the request.' (code 113)"
    finding.next().contains('getGlTransactions')
  }

  def "a property the key may not see makes the reading unusable, not empty"() {
    given:
    sandbox.service().act('deny-property', '{"property": 510001}'.bytes)

    when:
    def codes = codesOf { read(open()) }

    then:
    codes == [SourceCode.PROPERTY_NOT_ANSWERED] || codes == [SourceCode.CALL_REFUSED]
  }

  def "#fault is over after a short wait, and the read goes on"() {
    given:
    sandbox.server().faults().add("getGlTransactions:1:$fault")

    when:
    def reading = read(open())

    then:
    reading.findings() == []
    clock.slept == [Duration.ofSeconds(wait)]
    sandbox.server().log().entries('getGlTransactions').size() == 2

    where:
    fault                 || wait
    'throttled:7'         || 7
    'maintenance'         || 1
    'commit-then-502'     || 1
    'commit-then-504'     || 1
    'drop-before-commit'  || 1
    'commit-then-drop'    || 1
    'truncated-body'      || 1
  }

  def "#fault that stays ends after four tries with a finding"() {
    given:
    sandbox.server().faults().add("getGlTransactions:0:$fault")

    when:
    read(open())

    then:
    def stopped = thrown(Stopped)
    stopped.exitCode() == 3
    stopped.findings()*.code() == [code]
    stopped.findings()[0].found().contains(found)
    sandbox.server().log().entries('getGlTransactions').size() == 4
    clock.slept*.seconds == waits

    where:
    fault                || code                     | found           | waits
    'throttled:5'        || SourceCode.LIMIT_REACHED | 'HTTP 429'      | [5L, 5L, 5L]
    'maintenance'        || SourceCode.SOURCE_FAILED | 'HTTP 503'      | [1L, 4L, 16L]
    'drop-before-commit' || SourceCode.UNREACHABLE   | ''              | [1L, 4L, 16L]
  }

  def "#fault is asked once and named"() {
    given:
    sandbox.server().faults().add("getGlTransactions:0:$fault")

    when:
    read(open())

    then:
    def stopped = thrown(Stopped)
    def finding = stopped.findings()[0]
    finding.code() == code
    finding.found().contains(found)
    finding.place().contains('property 510001, 2026-10, accrual, book 616')
    sandbox.server().log().entries('getGlTransactions').size() == 1
    clock.slept == []

    where:
    fault          || code                    | found
    'cut-off-json' || SourceCode.UNREADABLE   | 'JSON cut off after '
    'html-200'     || SourceCode.UNREADABLE   | 'bytes (text/html) that are not JSON'
    'empty-200'    || SourceCode.UNREADABLE   | 'an empty answer (no media type)'
    'error-500'    || SourceCode.SOURCE_FAILED | 'HTTP 500'
    'unauthorized' || SourceCode.KEY_REFUSED  | 'HTTP 401'
    'forbidden'    || SourceCode.KEY_REFUSED  | 'HTTP 403'
    'redirect'     || SourceCode.WRONG_SHAPE  | 'HTTP 302'
  }

  def "a wait of more than ten minutes ends the work and names the time"() {
    given:
    sandbox.server().faults().add('getGlTransactions:1:throttled:3600')

    when:
    read(open())

    then:
    def stopped = thrown(Stopped)
    def finding = stopped.findings()[0]
    finding.code() == SourceCode.LIMIT_REACHED
    finding.found() == 'HTTP 429 until 2026-11-02T17:00:30Z'
    clock.slept == []
  }

  def "a silent server ends after the time allowed"() {
    given:
    sandbox.server().faults().add('getGlTransactions:1:stall:5000')
    def settings = new EntrataSettings(
        sandbox.gatewayUri().toString(), ORGANISATION, key(), false, 1, 500, true)

    when:
    read(EntrataSource.open(settings, raw, clock))

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [SourceCode.TOO_LATE]
  }

  def "nobody listening is tried four times and said"() {
    given:
    def source = open()
    sandbox.close()

    when:
    source.properties()

    then:
    def stopped = thrown(Stopped)
    def finding = stopped.findings()[0]
    finding.code() == SourceCode.UNREACHABLE
    finding.found().startsWith('no connection')
    clock.slept*.seconds == [1L, 4L, 16L]
  }

  def "the limits of the headers are kept to the minute, and no call is refused"() {
    given:
    sandbox.close()
    sandbox = sandbox(EntrataOddities.defaults().with(Traffic.usual().withLimit('getProperties', new Traffic.Limit(100, 50, 2))))
    def source = open()

    when:
    5.times { source.properties() }

    then:
    sandbox.server().log().entries('getProperties')*.status() == [200] * 5
    clock.slept*.seconds == [31L, 60L]
    source.budget().callsLeft() == 45
  }

  def "the paper contract of a source without headers is one call a minute for a property and service"() {
    given:
    sandbox.close()
    sandbox = sandbox(EntrataOddities.defaults().with(Traffic.paperContract()))
    def source = EntrataSource.open(new EntrataSettings(
        sandbox.gatewayUri().toString(), ORGANISATION, key(), true, 60, 500, true), raw, clock)

    when:
    source.properties()
    source.chart('7001')
    source.books()
    read(source)

    then:
    clock.slept*.seconds == [60L]
    source.budget().callsLeft() == 2496
  }

  def "a mark is sent once, whatever happens, and only a clear answer is one: #fault"() {
    given:
    sandbox.server().faults().add("markGlTransactionsExported:0:$fault")

    when:
    def answer = open().markGlExported(['93000011', '93000021'])

    then:
    [answer.accepted(), answer.unknown()] == [false, unknown]
    !answer.message().empty
    sandbox.server().log().entries('markGlTransactionsExported').size() == 1
    clock.slept == []

    where:
    fault                || unknown
    'commit-then-drop'   || true
    'drop-before-commit' || true
    'commit-then-502'    || true
    'commit-then-500'    || true
    'maintenance'        || true
    'cut-off-json'       || true
    'truncated-body'     || true
    'empty-200'          || true
    'html-200'           || true
    'redirect'           || true
    'throttled:5'        || false
    'unauthorized'       || false
    'forbidden'          || false
  }

  def "a mark that the source refuses is refused, not unknown"() {
    given:
    sandbox.service().act('deny-method', '{"method": "markGlTransactionsExported"}'.bytes)

    expect:
    with(open().markGlExported(['93000011'])) { !it.accepted() && !it.unknown() && it.message().contains('code 113') }
  }

  def "a mark without a status in its answer proves nothing: #body"() {
    given:
    stub = new StubServer({ StubServer.http(200, body) })

    expect:
    with(open(stub.url + '/ext/orgs/demopm/v1').markGlExported(['1'])) { [it.accepted(), it.unknown()] == outcome }

    where:
    body                                                     || outcome
    '{"result": {"status": "Success", "message": "Marked."}}' || [true, false]
    '{"result": {"status": "Failure", "message": "Unknown id."}}' || [false, false]
    '{"result": {"message": "Marked."}}'                     || [false, true]
    '{"result": {}}'                                         || [false, true]
    '{"response": {"code": 200}}'                            || [false, true]
    '{"requestId": "to-another-7", "result": {"status": "Success"}}' || [false, true]
  }

  def "marks of no ids, too many, or ids that would change the list are a mistake of the caller"() {
    when:
    open().markGlExported(ids)

    then:
    thrown(IllegalArgumentException)
    sandbox.server().log().entries().empty

    where:
    ids << [[], ['1,2'], [' '], (1..301).collect { it as String }]
  }

  def "an answer to another request is not taken"() {
    given:
    stub = new StubServer({ StubServer.http(200, '{"response": {"requestId": "to-mvzg3sxc-999", "code": 200, "result": {}}}') })

    expect:
    codesOf { open(stub.url + '/ext/orgs/demopm/v1').properties() } == [SourceCode.OTHER_REQUEST]
  }

  def "an organisation that the key does not reach stops everything"() {
    given:
    stub = new StubServer({ StubServer.http(200, '{"result": {"orgs": [{"subdomain": "other", "id": 1, "name": "Other"}]}}') })

    when:
    open(stub.url + '/ext/orgs/demopm/v1').organisation()

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [SourceCode.ORGANISATION_NOT_REACHED]
    stopped.findings()[0].found() == 'other'
    stopped.exitCode() == 2
  }

  def "a host without the lists gives the organisation of the settings, and says so: #path"() {
    given:
    stub = new StubServer({ request ->
      StubServer.http(200, request.text.contains('getProperties')
          ? '{"response": {"code": 200, "result": {"PhysicalProperty": {"Property": []}}}}'
          : '{"response": {"code": 200, "error": {"code": 304, "message": "The method does not exist."}}}')
    })
    def source = open(stub.url + path)

    expect:
    source.organisation() == ORGANISATION
    source.grantedCalls() == [] as Set
    source.findings()*.code() == [SourceCode.REACH_NOT_LISTED, SourceCode.REACH_NOT_LISTED]
    source.findings().every { !it.error }

    where:
    path << ['/api', '/api/v1', '/ext/orgs/demopm/v1']
  }

  def "every answer is kept before it is looked at, also the unreadable ones"() {
    given:
    sandbox.server().faults().add('getGlTransactions:0:html-200')

    expect:
    codesOf { read(open()) } == [SourceCode.UNREADABLE]
    raw.calls == ['Entrata getGlTransactions r1, property 510001, 2026-10, accrual, book 616']
    new String(raw.bodies.values()[0]).toLowerCase().contains('<html')
  }

  def "no message and no setting shows a secret"() {
    expect:
    !text.contains('secret-value')

    where:
    text << [new EntrataCredentials.ApiKey('secret-value').toString(),
             new EntrataCredentials.Basic('user', 'secret-value').toString(),
             EntrataSettings.of('https://apis.entrata.com/ext/orgs/demopm/v1', ORGANISATION,
                 new EntrataCredentials.ApiKey('secret-value'), false).toString()]
  }

  private SourceLedger open(String base = 'gateway', EntrataCredentials credentials = key()) {
    def url = base == 'gateway' ? sandbox.gatewayUri().toString()
        : base.startsWith('/') ? sandbox.baseUri().toString() + base : base
    EntrataSource.open(EntrataSettings.of(url, ORGANISATION, credentials, true), raw, clock)
  }

  private static EntrataCredentials key() {
    new EntrataCredentials.ApiKey(WorkedPortfolio.API_KEY)
  }

  private EntrataSandbox sandbox(EntrataOddities oddities) {
    EntrataSandbox.start(WorkedPortfolio.open(), oddities, SandboxSettings.on(sandboxClock))
  }

  private static read(SourceLedger source) {
    source.readGl(OCTOBER, '7001', CurrencyCode.USD, ReadPart.ALL)
  }

  private static List codesOf(Closure<?> work) {
    try {
      def result = work.call()
      return result.findings()*.code()
    } catch (Stopped stopped) {
      return stopped.findings()*.code()
    }
  }
}
