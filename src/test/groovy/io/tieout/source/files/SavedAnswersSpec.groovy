package io.tieout.source.files

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.tieout.fact.Basis
import io.tieout.fact.BookId
import io.tieout.fact.GlScope
import io.tieout.fact.OrganisationId
import io.tieout.fact.PostMonth
import io.tieout.fact.PropertyId
import io.tieout.fact.Snapshots
import io.tieout.finding.Stopped
import io.tieout.flow.port.SourceLedger
import io.tieout.flow.port.SourceLedger.ReadPart
import io.tieout.money.CurrencyCode
import io.tieout.sandbox.entrata.EntrataOddities
import io.tieout.sandbox.entrata.EntrataSandbox
import io.tieout.sandbox.entrata.portfolio.WorkedPortfolio
import io.tieout.source.HandClock
import io.tieout.source.MemoryRaw
import io.tieout.source.answer.SourceCode
import io.tieout.source.entrata.EntrataCredentials
import io.tieout.source.entrata.EntrataSettings
import io.tieout.source.entrata.EntrataSource
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class SavedAnswersSpec extends Specification {

  static final ORGANISATION = new OrganisationId('demopm')
  static final CEDAR = new PropertyId('510001')
  static final FIRST = LocalDate.of(2026, 10, 1)
  static final LAST = LocalDate.of(2026, 10, 31)

  /** What the imitated Entrata was asked and what it answered, once. */
  @Shared
  List<Map> exchanges

  @Shared
  Map live

  @TempDir
  Path folder

  def raw = new MemoryRaw()

  def setupSpec() {
    EntrataSandbox.start(WorkedPortfolio.open(), EntrataOddities.defaults(), 0).withCloseable { sandbox ->
      live = everything(EntrataSource.open(EntrataSettings.of(sandbox.gatewayUri().toString(), ORGANISATION,
          new EntrataCredentials.ApiKey(WorkedPortfolio.API_KEY), true), new MemoryRaw(), new HandClock()))
      exchanges = sandbox.server().log().entries().collect {
        [request: new JsonSlurper().parseText(it.body().text()), response: new JsonSlurper().parseText(it.answer().text())]
      }
    }
  }

  def "saved answers give the same facts as the source gave"() {
    given:
    exchanges.eachWithIndex { exchange, i -> save("${i}.json", exchange) }
    def source = open()

    expect:
    everything(source) == live
    source.findings() == []
    source.budget().callsLeft() == -1
    !raw.bodies.isEmpty()
  }

  def "files may lie in folders of their own and bear any name"() {
    given:
    save('2026/10/what I saved.json', gl())

    expect:
    Snapshots.judge('S', october(open()), [:]).complete()
  }

  def "a number written as text, a switch that is off and left out, and true for 1 are no difference"() {
    given:
    def exchange = gl()
    exchange.request.method.params = [propertyIds: 510001, postMonthFrom: '10/2026', postMonthTo: '10/2026', isDetailed: true,
                                      glTreeId: 7001, glBookTypeIds: 616]
    save('gl.json', exchange)

    expect:
    october(open()).findings() == []
  }

  def "another #param is another record: the finding names the file that would be needed and the nearest"() {
    given:
    def exchange = gl()
    exchange.request.method.params[param] = value
    save('gl.json', exchange)

    when:
    october(open())

    then:
    def stopped = thrown(Stopped)
    def finding = stopped.findings()[0]
    stopped.exitCode() == 3
    finding.code() == SourceCode.ANSWER_NOT_SAVED
    finding.expected().startsWith('a file such as ' + folder.resolve('financial.getGlTransactions.r1.510001.10-2026.7001.616.json'))
    finding.expected().contains('postMonthFrom=10/2026')
    finding.found() == "the nearest is ${folder.resolve('gl.json')}, which differs in $param".toString()

    where:
    param                         | value
    'propertyIds'                 | '510002'
    'propertyIds'                 | '510001,510002'
    'postMonthTo'                 | '11/2026'
    'isCashBook'                  | '1'
    'isDetailed'                  | '0'
    'glBookTypeIds'               | '617'
    'glBookTypeIds'               | ''
    'glAccountFrom'               | '4000'
    'excludeExportedTransactions' | '1'
  }

  def "nothing saved of a call is said so"() {
    given:
    save('gl.json', gl())

    when:
    open().books()

    then:
    def stopped = thrown(Stopped)
    stopped.findings()[0].found() == 'no file with this method and version'
    stopped.findings()[0].next().contains('docs/saved-answers.md')
  }

  def "a longer stretch of dates serves a shorter one, the exact one first"() {
    given:
    save('b-long.json', payments('09/01/2026', '10/31/2026', 1))
    save('c-exact.json', payments('10/01/2026', '10/31/2026', 2))
    save('a-short.json', payments('10/02/2026', '10/31/2026', 3))
    def calls = SavedAnswers.in(folder, raw, new HandClock())

    expect:
    calls.read(paymentsCall('10/01/2026')).result().at('n').number().get() == 2
    calls.read(paymentsCall('09/15/2026')).result().at('n').number().get() == 1

    when:
    calls.read(paymentsCall('08/31/2026'))

    then:
    thrown(Stopped)
  }

  def "pages are files of their own, told by their query"() {
    given:
    def exchange = exchanges.find { it.request.method.name == 'getLeaseArTransactions' && it.request.method.params.propertyId == '510001' }
    def leases = exchange.response.response.result.leases.lease
    leases.eachWithIndex { lease, i ->
      def one = new JsonSlurper().parseText(JsonOutput.toJson(exchange))
      one.response.response.result.leases.lease = lease
      save("leases-${i}.json", one + [query: [page_no: i + 1, per_page: 1]])
    }
    exchanges.findAll { it.request.method.name != 'getLeaseArTransactions' }.eachWithIndex { other, i -> save("${i}.json", other) }

    expect:
    leases.size() == 3
    open().readSubLedgers(CEDAR, PostMonth.parse('2026-10'), FIRST, LAST, CurrencyCode.USD).leases().size() == 3
  }

  def "without a saved list the organisation is that of the settings, and that is said"() {
    given:
    save('gl.json', gl())
    def source = open()

    expect:
    source.organisation() == ORGANISATION
    source.grantedCalls() == [] as Set
    source.findings()*.code() == [SourceCode.REACH_NOT_LISTED, SourceCode.REACH_NOT_LISTED]
  }

  def "marks are refused in plain words"() {
    given:
    save('gl.json', gl())

    expect:
    with(open().markGlExported(['1'])) {
      !it.accepted()
      !it.unknown()
      it.message().startsWith('saved answers are read-only')
    }
  }

  def "a file that cannot be used is a finding, and the others are used: #content"() {
    given:
    save('gl.json', gl())
    Files.writeString(folder.resolve('bad.json'), content)
    Files.writeString(folder.resolve('notes.txt'), 'not looked at')
    def source = open()

    expect:
    source.findings()*.code() == [SourceCode.SAVED_ANSWER_BAD]
    source.findings()[0].place() == folder.resolve('bad.json').toString()
    october(source).findings() == []

    where:
    content << ['{"title": "cut', '', '[]', '{"request": {}, "response": {}}', '{"request": {"method": {"name": "x"}}}', '\\u0000']
  }

  def "a saved refusal is no answer"() {
    given:
    save('gl.json', gl() + [response: [response: [code: 200, error: [code: 113, message: 'No.']]]])

    when:
    october(open())

    then:
    def stopped = thrown(Stopped)
    stopped.findings()[0].code() == SourceCode.SAVED_ANSWER_BAD
    stopped.findings()[0].found() == "the source's refusal 'No.' (code 113)"
  }

  def "an answer saved with another request is not taken"() {
    given:
    def exchange = gl()
    exchange.request.requestId = 'to-another-1'
    save('gl.json', exchange)

    when:
    october(open())

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [SourceCode.OTHER_REQUEST]
  }

  def "a folder that is not there, no folder, or empty is a fault of the settings"() {
    given:
    Files.writeString(folder.resolve('file'), 'x')
    Files.createDirectory(folder.resolve('empty'))

    when:
    FilesSource.open(folder.resolve(name), ORGANISATION, raw, new HandClock())

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [SourceCode.SETTINGS_WRONG]
    stopped.findings()[0].found() == found
    stopped.exitCode() == 2

    where:
    name    || found
    'gone'  || 'no such folder'
    'file'  || 'not a folder'
    'empty' || 'no file with a saved answer'
  }

  private SourceLedger open() {
    FilesSource.open(folder, ORGANISATION, raw, new HandClock())
  }

  private void save(String name, Map exchange) {
    def file = folder.resolve(name)
    Files.createDirectories(file.parent)
    Files.writeString(file, JsonOutput.prettyPrint(JsonOutput.toJson([title: name] + exchange)))
  }

  /** A fresh copy of the exchange of Cedar Ridge's accrual month. */
  private Map gl() {
    new JsonSlurper().parseText(JsonOutput.toJson(exchanges.find {
      it.request.method.name == 'getGlTransactions' && it.request.method.params.isCashBook == '0' &&
          it.request.method.params.propertyIds == '510001'
    })) as Map
  }

  private static Map payments(String from, String to, int n) {
    [request: [method: [name: 'getArPayments', version: 'r1', params: [fromDate: from, toDate: to]]], response: [result: [n: n]]]
  }

  private static paymentsCall(String from) {
    new io.tieout.source.answer.SourceCall('arpayments', 'getArPayments', 'r1', [fromDate: from, toDate: '10/31/2026'], '', '', 0)
  }

  private static october(SourceLedger source) {
    source.readGl(scope(CEDAR, Basis.ACCRUAL), '7001', CurrencyCode.USD, ReadPart.ALL)
  }

  private static GlScope scope(PropertyId property, Basis basis) {
    new GlScope(ORGANISATION, property, PostMonth.parse('2026-10'), basis, new BookId('616'))
  }

  private static Map everything(SourceLedger source) {
    def result = [organisation: source.organisation(), granted: source.grantedCalls(), properties: source.properties(),
                  chart: source.chart('7001'), books: source.books(), codes: source.arCodes(), banks: source.bankAccounts()]
    [CEDAR, new PropertyId('510002')].each { property ->
      Basis.values().each { basis ->
        result["gl $property $basis" as String] = source.readGl(scope(property, basis), '7001', CurrencyCode.USD, ReadPart.ALL).accounts()
      }
      def sub = source.readSubLedgers(property, PostMonth.parse('2026-10'), FIRST, LAST, CurrencyCode.USD)
      result["sub $property" as String] = [sub.leases(), sub.payments(), sub.arInvoices(), sub.invoices()]
    }
    result
  }
}
