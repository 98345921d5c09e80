package io.tieout.source.entrata

import com.fasterxml.jackson.databind.ObjectMapper
import io.tieout.fact.Basis
import io.tieout.fact.BookId
import io.tieout.fact.GlAccountId
import io.tieout.fact.GlScope
import io.tieout.fact.OrganisationId
import io.tieout.fact.PostMonth
import io.tieout.fact.PropertyId
import io.tieout.fact.Snapshots
import io.tieout.flow.port.SourceLedger
import io.tieout.flow.port.SourceLedger.ReadPart
import io.tieout.money.CurrencyCode
import io.tieout.sandbox.entrata.EntrataCaller
import io.tieout.sandbox.entrata.EntrataOddities
import io.tieout.sandbox.entrata.EntrataSandbox
import io.tieout.sandbox.entrata.LedgerHabits
import io.tieout.sandbox.entrata.Traffic
import io.tieout.sandbox.entrata.portfolio.WorkedPortfolio
import io.tieout.source.HandClock
import io.tieout.source.MemoryRaw
import java.time.LocalDate
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The whole adapter over real HTTP against the imitated Entrata with the worked portfolio. */
class EntrataSandboxReadSpec extends Specification {

  static final ORGANISATION = new OrganisationId('demopm')
  static final CEDAR = new PropertyId('510001')
  static final HARBOR = new PropertyId('510002')
  static final OCTOBER = PostMonth.parse('2026-10')
  static final FIRST = LocalDate.of(2026, 10, 1)
  static final LAST = LocalDate.of(2026, 10, 31)

  @AutoCleanup
  EntrataSandbox sandbox
  def raw = new MemoryRaw()
  def clock = new HandClock()

  def "who we are, what we may call, and what belongs to the whole organisation"() {
    given:
    def source = open(EntrataOddities.defaults())

    expect:
    source.organisation() == ORGANISATION
    source.grantedCalls().containsAll(['getGlTransactions', 'getProperties', 'markGlTransactionsExported', 'getInvoices'])
    source.properties()*.name() == ['Cedar Ridge Apartments', 'Harbor Point Lofts']
    source.properties()[0].glPostMonth().get() == OCTOBER
    source.chart('7001').find { it.number() == '1010-0000' }.with { [it.id().value(), it.name(), it.group(), it.enabled()] } ==
        ['210001', 'Cash - Operating', 'Assets', true]
    source.books().collectEntries { [it.id(), it.name()] } == ['616': 'Standard', '617': 'Adjusting']
    source.arCodes().find { it.id() == '31001' }.with { [it.name(), it.codeType(), it.creditAccount().get().value()] } ==
        ['Rent', 'Rent', '240001']
    source.bankAccounts() == [new GlAccountId('210001'), new GlAccountId('210002')] as Set
    source.findings() == []
  }

  def "a month of #property on the #basis basis is read whole and proven"() {
    given:
    def source = open(EntrataOddities.defaults())

    when:
    def reading = source.readGl(scope(property, basis), '7001', CurrencyCode.USD, ReadPart.ALL)
    def snapshot = Snapshots.judge('S1', reading, [:])

    then:
    snapshot.findings() == []
    snapshot.complete()
    closing(reading, '210001') == cash
    reading.lines().count() > 10
    reading.rawHashes().size() == 1
    raw.find(reading.rawHashes()[0]).present

    where:
    property | basis         || cash
    CEDAR    | Basis.ACCRUAL || 2886563
    CEDAR    | Basis.CASH    || 2886563
    HARBOR   | Basis.ACCRUAL || 2010203
    HARBOR   | Basis.CASH    || 2010203
  }

  def "a line keeps what the source says of it"() {
    given:
    def source = open(EntrataOddities.defaults())
    def line = source.readGl(scope(CEDAR, Basis.ACCRUAL), '7001', CurrencyCode.USD, ReadPart.ALL).lines()
        .filter { it.key().sourceId() == '93000021' }.findFirst().get()

    expect:
    line.key().canonical() == 'demopm|gl|510001|accrual|616|210001|93000021|1'
    line.accountNumber() == '1010-0000'
    line.transactionType() == 'AR Deposit'
    line.postMonth() == OCTOBER
    line.postDate() == LocalDate.of(2026, 10, 9)
    [line.debitMinor(), line.creditMinor()] == [0L, 150000L]
    line.reference() == 'Deposit Adjustment - #118'
    line.memo() == 'Returned item, Operating - 4417'
  }

  def "every written form the documents know gives the same facts, seed #seed"() {
    given:
    def kind = open(EntrataOddities.defaults())
    def expected = everything(kind)
    kind.close()
    sandbox.close()

    when: 'forms vary, the ledger does not'
    def source = open(EntrataOddities.unkind(seed).with(LedgerHabits.usual()))

    then:
    everything(source) == expected
    source.organisation() == ORGANISATION

    where:
    seed << (1..12)
  }

  def "reversals as negative sides are the same signed lines, and the month is complete"() {
    given:
    def usual = open(EntrataOddities.defaults())
    def expected = signed(usual)
    usual.close()
    sandbox.close()

    when:
    def source = open(EntrataOddities.defaults().with(LedgerHabits.unkind()))
    def reading = source.readGl(scope(CEDAR, Basis.ACCRUAL), '7001', CurrencyCode.USD, ReadPart.ALL)

    then:
    signed(source) == expected
    reading.lines().anyMatch { it.debitMinor() < 0 || it.creditMinor() < 0 }
    Snapshots.judge('S1', reading, [:]).complete()
  }

  def "ids of entries instead of lines are found out, and the month is still complete"() {
    given:
    def source = open(EntrataOddities.defaults().with(LedgerHabits.usual().withHeaderIds()))

    when:
    def snapshot = Snapshots.judge('S1', source.readGl(scope(CEDAR, Basis.ACCRUAL), '7001', CurrencyCode.USD, ReadPart.ALL), [:])

    then:
    snapshot.complete()
    !snapshot.repeatedIds().empty
    snapshot.reading().lines().map { it.key() }.distinct().count() == snapshot.reading().lines().count()
  }

  def "reads without payables and without receivables leave out exactly those lines"() {
    given:
    def source = open(EntrataOddities.defaults())
    def ids = { part -> source.readGl(scope(CEDAR, Basis.ACCRUAL), '7001', CurrencyCode.USD, part).lines()
        .map { it.key().sourceId() }.toList() as Set }

    expect:
    def (all, withoutAp, withoutAr) = [ids(ReadPart.ALL), ids(ReadPart.WITHOUT_AP), ids(ReadPart.WITHOUT_AR)]
    all.containsAll(withoutAp) && withoutAp.size() == 36
    all.containsAll(withoutAr) && withoutAr.size() < all.size()
    (all - withoutAp).disjoint(all - withoutAr)
  }

  def "marked lines are gone from the unmarked ids, until none is left"() {
    given:
    def source = open(EntrataOddities.defaults())
    def scope = scope(CEDAR, Basis.ACCRUAL)
    def all = source.unmarkedGlIds(scope, '7001').toList()

    when:
    def answer = source.markGlExported(all.take(3))

    then:
    answer.accepted()
    !answer.unknown()
    source.unmarkedGlIds(scope, '7001') == all.drop(3) as Set

    when:
    source.markGlExported(all.drop(3))

    then:
    source.unmarkedGlIds(scope, '7001') == [] as Set
  }

  def "the sub-ledgers of #property tie to its general ledger"() {
    given:
    def source = open(EntrataOddities.defaults())

    when:
    def sub = source.readSubLedgers(property, OCTOBER, FIRST, LAST, CurrencyCode.USD)
    def gl = source.readGl(scope(property, Basis.ACCRUAL), '7001', CurrencyCode.USD, ReadPart.ALL)

    then: 'AR control and prepaid'
    sub.findings().findAll { it.error } == []
    sub.leases().sum { it.balanceMinor() } == closing(gl, '210004') + closing(gl, '220003')
    sub.leases()*.leaseId() as Set == leases as Set
    sub.payments()*.id() as Set == payments as Set
    sub.arCodes().size() == 9

    where:
    property || leases                         | payments
    CEDAR    || ['880001', '880002', '880003'] | ['70110001', '70110002', '70110003', '70110004']
    HARBOR   || ['880101', '880102']           | ['70210001', '70210002']
  }

  def "invoices carry account and property by line, refunds are told apart, pairs are linked, habits #habits.refundsAlso / #habits.lineDetailInR2"() {
    given:
    def source = open(EntrataOddities.defaults().with(habits))
    def invoices = source.readSubLedgers(HARBOR, OCTOBER, FIRST, LAST, CurrencyCode.USD).invoices().collectEntries { [it.id(), it] }

    expect:
    invoices['740204'].refund()
    invoices.findAll { it.value.refund() }.size() == 1
    invoices['740104'].reversalInvoiceId().get() == '740105'
    invoices['740105'].amountMinor() == -31020
    invoices['740102'].lines()*.property()*.get()*.value() == ['510001', '510002']
    invoices['740102'].lines()*.account()*.get()*.value().unique() == ['260002']
    invoices['740106'].payments().collect { [it.number(), it.reversed()] } as Set == [['2001', true], ['2002', false]] as Set ||
        invoices['740106'].payments().any { it.reversed() }

    where:
    habits << [LedgerHabits.usual(), LedgerHabits.unkind()]
  }

  def "pages of #size leases are read to the end, also when paging is ignored"() {
    given:
    def source = open(EntrataOddities.defaults().with(traffic))

    expect:
    source.readSubLedgers(CEDAR, OCTOBER, FIRST, LAST, CurrencyCode.USD).leases().size() == 3

    where:
    size | traffic
    1    | Traffic.usual().withPages(1, 1)
    2    | Traffic.usual().withPages(2, 2)
    500  | Traffic.usual().ignoringPages()
  }

  def "the older tenant addresses work with key and with user name, and say what could not be listed"() {
    given:
    sandbox = start(EntrataOddities.defaults())
    def source = EntrataSource.open(
        EntrataSettings.of(sandbox.baseUri().toString() + path, ORGANISATION, credentials, true), raw, clock)

    expect:
    source.organisation() == ORGANISATION
    source.properties().size() == 2

    where:
    path      | credentials
    '/api/v1' | new EntrataCredentials.ApiKey(WorkedPortfolio.API_KEY)
    '/api'    | new EntrataCredentials.ApiKey(WorkedPortfolio.API_KEY)
    '/api/v1' | new EntrataCredentials.Basic('demo', 'demo-password-not-a-secret')
  }

  def "every request keeps to its schema"() {
    given:
    def source = open(EntrataOddities.defaults())
    everything(source)
    source.organisation()
    source.grantedCalls()
    source.markGlExported(['93000011'])
    source.unmarkedGlIds(scope(CEDAR, Basis.CASH), '7001')

    expect:
    sandbox.server().log().entries().collectMany { requestFaults(it.body().bytes()) } == []
  }

  def "the budget says what is left in the windows that are too long to wait for"() {
    given:
    def source = open(EntrataOddities.defaults())
    def before = source.budget()
    source.properties()

    expect:
    [before.callsMade(), before.callsLeft()] == [0L, -1L]
    source.budget().callsMade() == 1
    source.budget().callsLeft() == 999
  }

  private SourceLedger open(EntrataOddities oddities) {
    sandbox = start(oddities)
    EntrataSource.open(
        EntrataSettings.of(sandbox.gatewayUri().toString(), ORGANISATION,
            new EntrataCredentials.ApiKey(WorkedPortfolio.API_KEY), true), raw, clock)
  }

  private static EntrataSandbox start(EntrataOddities oddities) {
    EntrataSandbox.start(WorkedPortfolio.open(), oddities, 0)
  }

  private static GlScope scope(PropertyId property, Basis basis) {
    new GlScope(ORGANISATION, property, OCTOBER, basis, new BookId('616'))
  }

  private static long closing(reading, String account) {
    reading.accounts().find { it.account().value() == account }?.totals()?.closing() ?: 0
  }

  private static List signed(SourceLedger source) {
    source.readGl(scope(CEDAR, Basis.ACCRUAL), '7001', CurrencyCode.USD, ReadPart.ALL).lines()
        .map { it.key().sourceId() + ' ' + it.signedMinor() }.sorted().toList()
  }

  private static Map everything(SourceLedger source) {
    def result = [properties: source.properties(), chart: source.chart('7001'), books: source.books() as Set,
                  codes: source.arCodes() as Set, banks: source.bankAccounts()]
    [CEDAR, HARBOR].each { property ->
      Basis.values().each { basis ->
        def reading = source.readGl(scope(property, basis), '7001', CurrencyCode.USD, ReadPart.ALL)
        assert reading.findings() == []
        result["gl $property $basis" as String] = reading.accounts().collectEntries {
          [it.account(), [it.totals(), it.name(), it.number(), it.lines() as Set]]
        }
      }
      def sub = source.readSubLedgers(property, OCTOBER, FIRST, LAST, CurrencyCode.USD)
      assert sub.findings().findAll { it.error } == []
      result["sub $property" as String] = [sub.leases() as Set, sub.payments() as Set, sub.arInvoices() as Set, sub.invoices() as Set]
    }
    result
  }

  private static List<String> requestFaults(byte[] body) {
    def json = new ObjectMapper().readTree(body)
    def name = json.at('/method/name').asText()
    def version = json.at('/method/version').asText()
    EntrataCaller.faults("${EntrataCaller.SERVICES[name]}.$name.${version}.request".toString(), body).collect { "$name: $it".toString() }
  }
}
