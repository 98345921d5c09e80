package io.tieout.tie

import groovy.json.JsonSlurper
import io.tieout.fact.*
import io.tieout.mapping.*
import io.tieout.money.CurrencyCode
import io.tieout.money.Money
import io.tieout.plan.*
import io.tieout.posting.PostingState
import io.tieout.posting.TargetDocument
import java.time.Instant
import java.time.LocalDate
import java.time.format.DateTimeFormatter

/**
 * The worked portfolio, accrual, October 2026, as far as a tie-out needs it: both properties' ledgers as documented, planned
 * by the real planner with GL 4190 unmapped and openings posted, and a target that holds exactly what was planned. Each
 * feature breaks one thing of it.
 */
class WorkedBooks {

  static final OrganisationId ORG = new OrganisationId('demopm')
  static final BookId BOOK = new BookId('616')
  static final PostMonth OCTOBER = PostMonth.of(2026, 10)
  static final PostMonth SEPTEMBER = PostMonth.of(2026, 9)
  static final PropertyId CEDAR = new PropertyId('510001')
  static final PropertyId HARBOR = new PropertyId('510002')
  static final CompanyKey COMPANY = new CompanyKey('quickbooks:9341')
  static final ControlAccounts CONTROLS = new ControlAccounts(['1200-0000'], ['2200-0000'], ['2100-0000'], ['2010-0000'], ['1010-0000'])
  static final List<TargetDimension> CLASSES = [new TargetDimension('C1', 'Cedar Ridge', true), new TargetDimension('C2', 'Harbor Point', true)]

  /** Target accounts: id = number of four digits. */
  static final List<TargetAccount> CHART = [
    ['1010', AccountClass.BANK], ['1020', AccountClass.BANK], ['1090', AccountClass.ASSET], ['1200', AccountClass.ASSET],
    ['2010', AccountClass.LIABILITY], ['2100', AccountClass.LIABILITY], ['2200', AccountClass.LIABILITY], ['2300', AccountClass.LIABILITY],
    ['3900', AccountClass.EQUITY], ['3999', AccountClass.RETAINED_EARNINGS], ['4010', AccountClass.INCOME], ['4030', AccountClass.INCOME],
    ['4110', AccountClass.INCOME], ['4120', AccountClass.INCOME], ['4900', AccountClass.INCOME], ['6110', AccountClass.EXPENSE],
    ['6210', AccountClass.EXPENSE], ['6310', AccountClass.EXPENSE],
  ].collect { number, kind -> new TargetAccount(number, number, "Account $number", kind, kind.name(), true, kind != AccountClass.RETAINED_EARNINGS) }

  List<SourceAccountMonth> accounts = []
  List<FactState> lines = []
  List<OpeningBalance> openings = []
  Optional<LocalDate> closedThrough = Optional.empty()
  LatePolicy late = LatePolicy.HOLD
  List<PlannedDocument> documents = []
  Plan plan
  List<TargetDocument> entries = []
  /** What the trial balance holds beyond the entries, by account and month. */
  Map<PostMonth, Map<String, Long>> strange = [:]
  Map<String, PostingState> states = [:]
  List<TargetMonth.OtherLine> others = []
  Map<String, Long> foreign = [:]
  Map<String, Long> openingDifferences = [:]

  static WorkedBooks posted(Map settings = [:]) {
    def books = new WorkedBooks(settings)
    books.read()
    books.plan = books.planned()
    books.documents = books.plan.documents()
    books.entries = books.documents.withIndex().collect { d, at -> stored(d, "${1000 + at}") }
    books
  }

  static TargetDocument stored(PlannedDocument d, String id) {
    new TargetDocument(id, '0', d.marker().value(), d.entry().date(), d.entry().memo(), d.entry().lines().collect { l ->
      new TargetDocument.Line(l.account().id(), l.side(), l.amountMinor(), l.trackingClass().map { it.id() }, l.location().map { it.id() }, l.memo())
    }, Optional.empty())
  }

  static TargetDocument entry(String id, String number, LocalDate date, Map<String, Long> signedByAccount) {
    new TargetDocument(id, '0', number, date, '', signedByAccount.collect { account, signed ->
      new TargetDocument.Line(account, io.tieout.money.Side.of(signed), Math.abs(signed), Optional.empty(), Optional.empty(), '')
    }, Optional.empty())
  }

  TargetDocument entryOf(String sourceId) {
    def document = documents.find { it.facts()*.key()*.sourceId().contains(sourceId) }
    entries.find { it.documentNumber() == document.marker().value() }
  }

  void replace(TargetDocument old, TargetDocument... by) {
    entries = entries.findAll { it != old } + by.toList()
  }

  // ---- reading the worked portfolio ----

  private void read() {
    def answer = new JsonSlurper().parse(getClass().getResource('/entrata-schema/examples/financial.getGlTransactions.r1.1.json'))
    (answer.response.response ?: answer.response).result.properties.property.each { p ->
      def scope = new GlScope(ORG, new PropertyId(p['@attributes'].id), OCTOBER, Basis.ACCRUAL, BOOK)
      p.transactions.transaction.each { a -> account(scope, a) }
    }
  }

  private void account(GlScope scope, Map a) {
    def id = new GlAccountId(a['@attributes'].accountId)
    def number = a['@attributes'].accountNumber
    def t = a.glTotal
    def totals = new AccountTotals(minor(t.openingBalance), minor(t.debitOpeningBalance), minor(t.creditOpeningBalance),
      minor(t.debitClosingBalance), minor(t.creditClosingBalance), minor(t.netChange), minor(t.closingBalance))
    def details = a.glDetails == null ? [] : a.glDetails.glDetail instanceof List ? a.glDetails.glDetail : [a.glDetails.glDetail]
    def sides = SourceAccountMonth.Sides.NONE
    details.each { d ->
      def key = new FactKey(ORG, FactKind.GL_LINE, scope.property(), Basis.ACCRUAL, BOOK, id, d['@attributes'].id, 1)
      def date = LocalDate.parse(d.postDate, DateTimeFormatter.ofPattern('yyyy/MM/dd'))
      def line = new GlLine(key, number, d['@attributes'].transactionType, OCTOBER, date, date, minor(d.debit), minor(d.credit),
        CurrencyCode.USD, d.reference, d.memo)
      lines << new FactState(line, 1, false)
      sides = sides.plus(line.signedMinor())
    }
    accounts << new SourceAccountMonth(scope, id, number, a['@attributes'].accountName, totals, sides.debits(), sides.credits(),
      OptionalLong.empty(), Optional.of(sides))
    openings << new OpeningBalance(new FactKey(ORG, FactKind.OPENING, scope.property(), Basis.ACCRUAL, BOOK, id, 'opening:2026-10', 1), 1,
      Fingerprint.of(id, 'opening', OCTOBER, OCTOBER.firstDay(), totals.opening()), number, a['@attributes'].accountName, totals.opening(), Optional.empty())
  }

  static long minor(String decimal) {
    Money.parse(decimal, CurrencyCode.USD).amountMinor()
  }

  Mapping mapping() {
    def property = { id, name, trackingClass ->
      new PropertyMapping(id, name, Optional.of(trackingClass), Optional.empty(), Basis.ACCRUAL, BOOK, '7001', FlowMode.GL, OCTOBER, OpeningMode.POST,
        [], new SourcePlace('demo.yml', 1, 1))
    }
    def d = Policies.defaults()
    new Mapping('demo.yml', new Binding('demo', ORG, 'entrata', TargetKind.QUICKBOOKS, 'qbo', '9341', CurrencyCode.USD, 1),
      [property(CEDAR, 'Cedar Ridge Apartments', 'Cedar Ridge'), property(HARBOR, 'Harbor Point Lofts', 'Harbor Point')], [],
      new Policies(d.unmapped(), late, d.grain(), d.lines(), d.linesMax(), d.guardRails(), d.repeatedIds(), d.markBatch(), d.apPayments(), true),
      CONTROLS, Optional.empty())
  }

  private Plan planned() {
    def rules = new RuleBook() {
      Route route(Subject s) {
        s.accountNumber() == '4190-0000' ? new Route.Held('no rule names 4190-0000', Optional.empty(), true, false)
          : new Route.Mapped(new AccountReference(AccountReference.Kind.NUMBER, s.accountNumber().substring(0, 4)), Optional.empty(), Optional.empty(),
          Optional.empty(), s.accountNumber(), false)
      }

      List<Rule> candidates(Subject s) {
        []
      }
    }
    def company = new TargetCompany(COMPANY, 'Demo Books', CurrencyCode.USD, false, closedThrough, true, false, CHART, CLASSES, [])
    def months = lines.groupBy { it.line().key().property() }.collect { p, all ->
      new PropertyMonth(new GlScope(ORG, p, OCTOBER, Basis.ACCRUAL, BOOK), "s$p", all)
    }
    Planner.plan(new PlanInput(Environment.SANDBOX, new MappingVersion(mapping(), 'b' * 64, true), company, months,
      openings.groupBy { it.key().property() }, [:], [], [:], [:], LocalDate.of(2026, 11, 2)), rules)
  }

  // ---- what the use case gathers ----

  List<LineFate> fates() {
    def journaled = documents.collectMany { d ->
      def targets = d.entry().lines().collectEntries { l -> l.facts().collectEntries { [it, l.account().id()] } }
      def state = states[d.marker().value()] ?: PostingState.MATCHED
      d.facts().collect { f ->
        fate(f.key(), state.posted ? LineFate.Kind.JOURNALED : LineFate.Kind.IN_FLIGHT, f.signedMinor(), Optional.of(targets[f.key()]),
          Optional.of(d.entry().date()), '')
      }
    }
    journaled + plan.held().collect { fate(it.line().key(), LineFate.Kind.HELD, it.line().signedMinor(), Optional.empty(), Optional.empty(), it.reason().words()) }
  }

  private LineFate fate(FactKey key, LineFate.Kind kind, long signed, Optional<String> target, Optional<LocalDate> date, String words) {
    def number = accounts.find { it.account() == key.account() }.number()
    new LineFate(key, number, OCTOBER, kind, signed, target, date, words)
  }

  List<OurEntry> ours(PostMonth month) {
    documents.findAll { month.contains(it.entry().date()) }.collect { new OurEntry(it, states[it.marker().value()] ?: PostingState.MATCHED) }
  }

  Map<String, Long> balances(PostMonth month) {
    def sums = [:].withDefault { 0L }
    entries.findAll { !it.date().isAfter(month.lastDay()) }*.lines().flatten().each { sums[it.accountId()] += it.signedMinor() }
    strange.findAll { !it.key.isAfter(month) }.values().each { it.each { account, more -> sums[account] += more } }
    sums
  }

  TargetMonth target(PostMonth month) {
    new TargetMonth(month, entries.findAll { month.contains(it.date()) }, balances(month.previous()), balances(month), month == OCTOBER ? others : [])
  }

  TargetTie.Result t3(PostMonth month = OCTOBER) {
    def numbers = documents.findAll { !month.contains(it.entry().date()) }*.marker()*.value().toSet()
    new TargetTie(CurrencyCode.USD, CHART, CLASSES, mapped()).t3(target(month), ours(month), numbers, fates())
  }

  Set<String> mapped() {
    CHART*.id().findAll { it != '3999' }.toSet()
  }

  List<TieRow> t2() {
    SourceTie.t2(accounts, fates())
  }

  List<TieRow> t4(PostMonth month = OCTOBER) {
    def target = target(month)
    def movements = target.balancesAfter().collectEntries { a, v -> [a, v - (target.balancesBefore()[a] ?: 0L)] }
    def closings = accounts.collect { a ->
      def home = a.number() == '4190-0000' ? Optional.<String> empty() : Optional.of(a.number().substring(0, 4))
      new ClosingTie.MappedClosing(a.scope().property().value(), a.number(), home, a.totals().closing(), month == OCTOBER ? a.totals().netChange() : 0L)
    }
    new ClosingTie(CHART).t4(new ClosingTie.Input(month, closings, fates(), target.balancesAfter(), movements, foreign, foreign, openingDifferences))
  }

  List<TieRow> t5(PropertyId property, SubLedgerReading reading = subLedgers(property)) {
    SubLedgerTie.t5(reading, OCTOBER, accounts.findAll { it.scope().property() == property }, CONTROLS)
  }

  /** Ledgers of residents and vendors as the story of the portfolio tells them. */
  static SubLedgerReading subLedgers(PropertyId property, Map more = [:]) {
    def tx = { id, lease, code, amount, PostMonth month = OCTOBER, temporary = false ->
      new ArTransaction(id, lease, "c$lease", code, '', month, month.firstDay(), minor(amount), 0, temporary, Optional.empty())
    }
    def lease = { id, balance, transactions -> new LeaseLedger(id, "c$id", "Resident of $id", minor(balance), transactions) }
    def line = { id, amount, due, PropertyId at -> new ApInvoiceLine(id, '', minor(amount), minor(due), Optional.empty(), Optional.of(at)) }
    def invoice = { id, number, amount, due, lines, posted = true ->
      new ApInvoice(id, number, 'v', 'Vendor', OCTOBER.firstDay(), OCTOBER, minor(amount), minor(due), posted, false, Optional.empty(), lines, [])
    }
    def shared = invoice('740102', 'GL-8841', '560.00', '560.00', [line('1', '300.00', '300.00', CEDAR), line('2', '260.00', '260.00', HARBOR)])
    def codes = [new ArCode('7', 'DEP', 'Security deposit', 'Deposit', Optional.empty(), Optional.empty()),
      new ArCode('1', 'RENT', 'Rent', 'Rent', Optional.empty(), Optional.empty())]
    def leases = property == CEDAR
      ? [lease('880001', '0.00', [tx('1', '880001', '1', '1450.00')]),
        lease('880002', '0.00', [tx('2', '880002', '7', '1500.00', SEPTEMBER)]),
        lease('880003', '0.00', [tx('3', '880003', '7', '500.00'), tx('4', '880003', '7', '9.00', OCTOBER, true), tx('5', '880003', '7', '77.00', OCTOBER.next())])]
      : [lease('880101', '-75.00', []),
        lease('880102', '0.00', [tx('6', '880102', '7', '600.00', SEPTEMBER), tx('7', '880102', '7', '-600.00')])]
    def invoices = property == CEDAR
      ? [shared, invoice('740103', 'NF-10233-CR', '-85.50', '-85.50', [line('3', '-85.50', '-85.50', CEDAR)]), invoice('740199', 'NOT-YET', '10.00', '10.00', [], false)]
      : [shared]
    new SubLedgerReading(ORG, property, more.leases ?: leases, [], [], more.invoices ?: invoices, codes, Instant.parse('2026-11-02T03:00:00Z'), [])
  }
}
