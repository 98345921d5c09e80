package io.tieout.target.quickbooks

import static io.tieout.flow.port.TargetBooks.Rejection.ACCOUNT_INACTIVE_OR_MISSING
import static io.tieout.flow.port.TargetBooks.Rejection.CLOSED_PERIOD
import static io.tieout.flow.port.TargetBooks.Rejection.CONTROL_ACCOUNT
import static io.tieout.flow.port.TargetBooks.Rejection.DUPLICATE_NUMBER
import static io.tieout.money.Side.CREDIT
import static io.tieout.money.Side.DEBIT
import static io.tieout.posting.OutcomeClass.APPLIED
import static io.tieout.posting.OutcomeClass.NOT_APPLIED
import static io.tieout.posting.OutcomeClass.REJECTED
import static io.tieout.posting.OutcomeClass.UNKNOWN

import io.tieout.fact.*
import io.tieout.finding.Stopped
import io.tieout.flow.port.TargetBooks.Item
import io.tieout.flow.port.TargetBooks.SendAnswer
import io.tieout.mapping.CompanyKey
import io.tieout.money.CurrencyCode
import io.tieout.money.Side
import io.tieout.plan.*
import io.tieout.posting.EchoComparison
import io.tieout.sandbox.quickbooks.QuickBooksCompany
import io.tieout.sandbox.quickbooks.QuickBooksSandbox
import io.tieout.sandbox.quickbooks.QuickBooksSettings as Behaviour
import io.tieout.sandbox.script.SandboxClock
import io.tieout.sandbox.script.SandboxServer
import io.tieout.sandbox.script.SandboxSettings
import io.tieout.wire.JsonReader
import java.time.Instant
import java.time.LocalDate
import java.time.Month
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The adapter against the QuickBooks sandbox, over real HTTP. */
class QuickBooksBooksSpec extends Specification {

  static final REALM = '9130350000000001'
  static final OCTOBER_31 = LocalDate.of(2026, 10, 31)

  def clock = SandboxClock.standingAt(Instant.parse('2026-11-02T15:00:00Z'))
  def sandbox = new QuickBooksSandbox(clock, Behaviour.documented(), [company().build()])
  def runClock = new SandboxRunClock(clock)
  String token = "static-$REALM"

  @AutoCleanup
  SandboxServer server = SandboxServer.start(sandbox, SandboxSettings.on(clock))

  @AutoCleanup
  QuickBooksBooks books = open()

  def "the company is read with its settings, its whole chart, classes and locations"() {
    when:
    def company = books.company()

    then:
    company.key() == new CompanyKey("quickbooks:$REALM")
    company.name() == 'Cedar Ridge LLC'
    company.homeCurrency() == CurrencyCode.USD
    !company.multiCurrency()
    company.closedThrough().get() == LocalDate.of(2026, 8, 31)
    company.classPerLine()
    company.locations()
    company.classes()*.name() == ['Cedar Ridge', 'Harbor Point']
    company.locationList()*.id() == ['301']
    company.accounts().collectEntries { [it.id(), it.accountClass()] } == [
      '2' : AccountClass.RETAINED_EARNINGS, '35': AccountClass.BANK, '36': AccountClass.RECEIVABLE, '37': AccountClass.ASSET,
      '41': AccountClass.PAYABLE, '42': AccountClass.LIABILITY, '79': AccountClass.INCOME, '80': AccountClass.EXPENSE]
    company.accounts().findAll { !it.journalAllowed() }*.id() == ['36', '41']
    company.accounts().find { it.id() == '35' }.label() == '1010 Operating Bank'
    company.accounts().every { it.active() }
  }

  def "a company whose currency has no cents is refused, and multi-currency is said"() {
    given:
    def other = { build ->
      def service = new QuickBooksSandbox(clock, Behaviour.documented(), [build.build()])
      server.close()
      server = SandboxServer.start(service, SandboxSettings.on(clock))
      books = open()
    }

    when:
    other(company().multiCurrency(true))

    then:
    books.company().multiCurrency()

    when:
    other(company().homeCurrency('JPY'))
    books.company()

    then:
    def e = thrown(Stopped)
    e.findings()[0].code() == QuickBooksCode.CURRENCY
    e.exitCode() == 2
  }

  def "without class and location tracking none are offered"() {
    given:
    def plain = company().classTracking(false).departmentTracking(false).build()
    server.close()
    server = SandboxServer.start(new QuickBooksSandbox(clock, Behaviour.documented(), [plain]), SandboxSettings.on(clock))
    books = open()

    expect:
    with(books.company()) {
      !classPerLine()
      !locations()
      classes().empty
      locationList().empty
    }
  }

  def "documents are rendered, sent in one call, and come back equal to the plan"() {
    given:
    def documents = (1..30).collect { document(it) }

    when:
    def answer = post(documents)

    then:
    answer.httpStatus() == 200
    answer.items().values()*.outcome().unique() == [APPLIED]
    documents.eachWithIndex { planned, i ->
      assert EchoComparison.differences(planned, answer.items()[bId(i)].document().get()) == []
    }
    answer.correlation().startsWith('1-')
    books.calls().writes() == 1
    server.log().entries('batch').size() == 1

    and: 'the memo holds the business key'
    answer.items()['01'].document().get().privateNote() == 'Cedar Ridge 2026-10\nTieout ' + documents[0].key().canonical()
  }

  def "the body of a call is the same for the same items, whoever puts it together"() {
    given:
    def items = items([document(1), document(2)])

    expect:
    books.assemble(items) == open().assemble(items)
    JsonReader.read(books.assemble(items)).at('BatchItemRequest').items()*.textAt('bId')*.get() == ['01', '02']
  }

  def "a refused item does not touch its neighbours: #what"() {
    when:
    def answer = post([document(1), bad, document(3)])

    then:
    answer.items()['01'].outcome() == APPLIED
    answer.items()['02'].outcome() == outcome
    answer.items()['02'].rejection().orElse(null) == rejection
    answer.items()['02'].words().contains(code)
    answer.items()['03'].outcome() == APPLIED

    where:
    what                     | bad                                                      || outcome  | rejection                   | code
    'a closed month'         | document(2, [date: LocalDate.of(2026, 8, 31)])           || REJECTED | CLOSED_PERIOD               | '62'
    'an account not there'   | document(2, [account: '4711'])                           || REJECTED | ACCOUNT_INACTIVE_OR_MISSING | '2500'
    'the receivables account'| document(2, [account: '36'])                             || REJECTED | CONTROL_ACCOUNT             | '6000'
  }

  def "a number that stands already is unknown, to be looked up, and never released"() {
    given:
    sandbox = null
    server.close()
    sandbox = new QuickBooksSandbox(clock, Behaviour.documented(), [company().duplicateNumbersRefused(true).build()])
    server = SandboxServer.start(sandbox, SandboxSettings.on(clock))
    books = open()
    post([document(1)], 'KEY-1')

    when:
    def item = post([document(1)], 'KEY-2').items()['01']

    then:
    item.outcome() == UNKNOWN
    item.rejection().get() == DUPLICATE_NUMBER
    books.findByMarker(document(1).marker()).get().size() == 1
  }

  def "after #fault every item is #outcome, and the books say #standing"() {
    given:
    def documents = [document(1), document(2)]
    server.faults().add("batch:1:$fault")

    when:
    def answer = post(documents)

    then:
    answer.items().values()*.outcome() == [outcome, outcome]
    server.log().entries('batch').size() == 1
    documents.collect { books.findByMarker(it.marker()).get().size() } == [standing, standing]

    where:
    fault                || outcome     | standing
    'commit-then-drop'   || UNKNOWN     | 1
    'drop-before-commit' || UNKNOWN     | 0
    'commit-then-502'    || UNKNOWN     | 1
    'commit-then-504'    || UNKNOWN     | 1
    'cut-off-json'       || UNKNOWN     | 1
    'truncated-body'     || UNKNOWN     | 1
    'maintenance'        || UNKNOWN     | 0
    'redirect'           || UNKNOWN     | 0
  }

  def "nobody there is proven not sent"() {
    given: 'a port where nobody listens'
    def port = new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
    def settings = new QuickBooksSettings("http://127.0.0.1:$port/v3/company", REALM, true,
        QuickBooksSettings.CallLimits.INTUIT, { token })
    books = new QuickBooksBooks(settings, runClock)

    when:
    def answer = post([document(1)])

    then:
    answer.items()['01'].outcome() == NOT_APPLIED
    answer.httpStatus() == 0
  }

  def "an expired token is not applied in a write, and stops a read with exit code 3"() {
    given:
    token = 'expired'

    expect:
    with(post([document(1)])) {
      items()['01'].outcome() == NOT_APPLIED
      httpStatus() == 401
    }

    when:
    books.journalEntries(OCTOBER_31, OCTOBER_31)

    then:
    def e = thrown(Stopped)
    e.exitCode() == 3
    e.findings()[0].code() == QuickBooksCode.TOKEN_REFUSED
  }

  def "a missing token is not applied either, and nothing is sent"() {
    given:
    def tokenless = open { throw new Stopped(io.tieout.finding.Finding.of(QuickBooksCode.TOKEN_REFUSED, 'p', 'e', 'no token', 'n')) }

    when:
    def answer = tokenless.send('KEY', books.assemble(items([document(1)])), items([document(1)]))

    then:
    answer.items()['01'].outcome() == NOT_APPLIED
    answer.items()['01'].words().contains('no token')
    server.log().entries('batch').empty
  }

  def "the stored bytes sent again under the same key make no second entry"() {
    given:
    def sent = items([document(1), document(2)])
    def body = books.assemble(sent)

    when:
    def answers = [books.send('KEY-9', body, sent), books.send('KEY-9', body, sent)]

    then:
    answers.collect { answer -> answer.items().values().collect { it.document().get().id() } }.unique().size() == 1
    books.journalEntries(OCTOBER_31, OCTOBER_31).size() == 2
  }

  def "entries are found by number, by date and by creation, inactive and others' left alone"() {
    given:
    post([document(1), document(2, [date: LocalDate.of(2026, 10, 1)]), document(3, [date: LocalDate.of(2026, 11, 1)])])
    def before = clock.instant()
    clock.advance(java.time.Duration.ofHours(1))
    post([document(4)], 'KEY-2')

    expect:
    books.findByMarker(document(2).marker()).get()*.date() == [LocalDate.of(2026, 10, 1)]
    books.findByMarker(document(9).marker()).get() == []
    books.journalEntries(LocalDate.of(2026, 10, 1), OCTOBER_31)*.documentNumber() as Set ==
        [1, 2, 4].collect { document(it).marker().value() } as Set
    books.createdSince(before.plusSeconds(60)).get()*.documentNumber() == [document(4).marker().value()]
    books.createdSince(before).get().size() == 4
    books.createdSince(Instant.EPOCH).get().every { it.createdAt().present }
  }

  def "balances and ledger lines agree with what was posted, to the cent and on both reports"() {
    given:
    post([document(1), document(2), document(3, [date: LocalDate.of(2026, 9, 15)])])

    when:
    def balances = books.trialBalance(OCTOBER_31, false)
    def entries = books.ledgerEntries(LocalDate.of(2025, 11, 1), OCTOBER_31, false)

    then:
    balances == ['35': 30_006L, '79': -30_006L]
    books.trialBalance(LocalDate.of(2026, 9, 30), false) == ['35': 10_003L, '79': -10_003L]
    entries.groupBy { it.accountId() }.collectEntries { [it.key, it.value*.signedMinor().sum()] } == balances
    entries*.documentNumber() as Set == [1, 2, 3].collect { document(it).marker().value() } as Set
    entries*.documentType().unique() == ['Journal Entry']
    entries.find { it.accountId() == '35' && it.date() == LocalDate.of(2026, 9, 15) }.memo() == 'October rent 3'

    and: 'six months to a report'
    server.log().entries().count { it.target().contains('GeneralLedger') } == 2
  }

  def "income starts anew with the fiscal year, the balance sheet goes on"() {
    given:
    post([document(1, [date: LocalDate.of(2026, 9, 15)])])

    expect:
    books.trialBalance(LocalDate.of(2026, 12, 31), false)['79'] == -10_001L
    books.trialBalance(LocalDate.of(2027, 1, 31), false)['79'] == null
    books.trialBalance(LocalDate.of(2027, 1, 31), false)['35'] == 10_001L
  }

  def "a ledger report that is cut off is asked for in halves"() {
    given:
    sandbox.settings(Behaviour.documented().withReportCellsMax(150))
    post((1..20).collect { document(it, [date: LocalDate.of(2026, 10, it)]) })

    when:
    def entries = books.ledgerEntries(LocalDate.of(2026, 10, 1), OCTOBER_31, false)

    then:
    entries.size() == 40
    entries*.signedMinor().sum() == 0
  }

  def "calls keep under the limits, so that the throttle never answers"() {
    when:
    def answers = (1..45).collect { post([document(it)], "KEY-$it") }

    then:
    answers*.httpStatus().unique() == [200]
    server.log().entries().every { it.status() == 200 }
    runClock.sleeps.size() > 0
  }

  def "a throttled call is not applied and says how long to wait"() {
    given:
    server.faults().add('batch:1:throttled')

    when:
    def answer = post([document(1)])

    then:
    answer.httpStatus() == 429
    answer.items()['01'].outcome() == NOT_APPLIED
  }

  def "a name stands before the memo, and a long text is cut without breaking a character"() {
    given:
    def long1 = document(1, [memo: 'x' * 3999 + '😀', name: 'Northfork Plumbing'])
    def long2 = document(2, [memo: 'x' * 3999 + '😀'])

    expect:
    lines(long1)[0].textAt('Description').get().startsWith('Northfork Plumbing: xxx')
    lines(long1)[0].textAt('Description').get().length() == 4000
    lines(long2)[0].textAt('Description').get() == 'x' * 3999
  }

  // ---- help ----

  private List lines(PlannedDocument document) {
    JsonReader.read(books.render(document)).at('Line').items()
  }

  QuickBooksBooks open(Closure<String> tokens = { token }) {
    new QuickBooksBooks(new QuickBooksSettings("${server.baseUri()}/v3/company", REALM, true,
        QuickBooksSettings.CallLimits.INTUIT, tokens), runClock)
  }

  SendAnswer post(List<PlannedDocument> documents, String key = 'KEY-1') {
    def items = items(documents)
    books.send(key, books.assemble(items), items)
  }

  List<Item> items(List<PlannedDocument> documents) {
    documents.withIndex().collect { document, i -> new Item(bId(i), document.marker(), books.render(document)) }
  }

  static String bId(int index) { String.format('%02d', index + 1) }

  static PlannedDocument document(int number, Map more = [:]) {
    def key = new BusinessKey(Environment.SANDBOX, new OrganisationId('demopm'), new CompanyKey("quickbooks:$REALM"),
        new PropertyId('510001'), Basis.ACCRUAL, new BookId('616'), PostMonth.of(2026, 10), Purpose.JOURNAL,
        'type:2026-10-31:Charge', number, 1, 0)
    def cents = 10_000L + number
    def lines = [line(more.account ?: '35', DEBIT, cents, number, more), line('79', CREDIT, cents, number, [:])]
    def fact = new FactKey(key.organisation(), FactKind.GL_LINE, key.property(), key.basis(), key.book(),
        new GlAccountId('1'), "g$number", 1)
    new PlannedDocument(key, Marker.of(key),
        new JournalEntry(more.date ?: OCTOBER_31, CurrencyCode.USD, 'Cedar Ridge 2026-10', lines),
        [new FactReference(fact, 1, Fingerprint.of(new GlAccountId('1'), 'Charge', PostMonth.of(2026, 10), OCTOBER_31, cents), cents, 'r')])
  }

  static EntryLine line(String account, Side side, long cents, int number, Map more) {
    new EntryLine(new TargetAccount(account, '', 'n', AccountClass.ASSET, 'x', true, true), side, cents,
        Optional.of(new TargetDimension('201', 'Cedar Ridge', true)), Optional.of(new TargetDimension('301', 'North', true)),
        Optional.ofNullable(more.name), more.memo ?: "October rent $number".toString(), [])
  }

  static QuickBooksCompany.Builder company() {
    QuickBooksCompany.named(REALM, 'Cedar Ridge LLC')
        .account(35, '1010', 'Operating Bank', 'Bank')
        .account(36, '1100', 'Accounts Receivable', 'Accounts Receivable')
        .account(37, '1200', 'Resident receivables (Entrata)', 'Other Current Asset')
        .account(41, '2010', 'Accounts Payable', 'Accounts Payable')
        .account(42, '2100', 'Security deposits', 'Other Current Liability')
        .account(79, '4010', 'Rental Income', 'Income')
        .account(80, '6010', 'Repairs', 'Expense')
        .klass(201, 'Cedar Ridge')
        .klass(202, 'Harbor Point')
        .department(301, 'North')
        .fiscalYearStart(Month.JANUARY)
        .closedThrough(LocalDate.of(2026, 8, 31))
  }
}
