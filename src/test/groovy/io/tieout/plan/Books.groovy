package io.tieout.plan

import io.tieout.fact.*
import io.tieout.mapping.*
import io.tieout.money.CurrencyCode
import io.tieout.money.Money
import java.time.LocalDate

/**
 * Small books for the planning specs. Each line of a journal text is one GL line:
 * {@code id | day of October 2026 or a full date | transaction type | reference | account | signed amount}.
 */
class Books {

  static final OrganisationId ORG = new OrganisationId('demopm')
  static final BookId BOOK = new BookId('616')
  static final PostMonth OCTOBER = PostMonth.of(2026, 10)
  static final CompanyKey COMPANY = new CompanyKey('quickbooks:9341')

  static final List<TargetAccount> CHART = [
    account('35', '1010', 'Cash - Operating', AccountClass.BANK),
    account('36', '1090', 'Undeposited Funds', AccountClass.ASSET),
    account('37', '1200', 'Resident Receivables (Entrata)', AccountClass.ASSET),
    account('38', '1100', 'Accounts Receivable', AccountClass.RECEIVABLE),
    account('39', '2100', 'Accounts Payable (Entrata)', AccountClass.LIABILITY),
    account('40', '2200', 'Security Deposits', AccountClass.LIABILITY),
    account('41', '3000', 'Opening Equity', AccountClass.EQUITY),
    account('42', '3900', 'Retained Earnings', AccountClass.RETAINED_EARNINGS),
    account('43', '4010', 'Rent Income', AccountClass.INCOME),
    account('44', '4020', 'Parking Income', AccountClass.INCOME),
    account('45', '5010', 'Repairs', AccountClass.EXPENSE),
    account('46', '9999', 'Suspense', AccountClass.LIABILITY),
    new TargetAccount('47', '5020', 'Old Repairs', AccountClass.EXPENSE, 'Expense', false, true),
    new TargetAccount('48', '5030', 'Twin A', AccountClass.EXPENSE, 'Expense', true, true),
    new TargetAccount('49', '5030', 'Twin B', AccountClass.EXPENSE, 'Expense', true, true),
  ]

  String propertyId = '510001'
  PostMonth month = OCTOBER
  PostMonth cutover = OCTOBER
  Basis basis = Basis.ACCRUAL
  Optional<String> trackingClass = Optional.empty()
  Optional<String> location = Optional.empty()
  FlowMode flow = FlowMode.GL
  OpeningMode opening = OpeningMode.POST
  List<Integer> blackoutDays = []
  UnmappedPolicy unmapped = UnmappedPolicy.hold()
  LatePolicy late = LatePolicy.HOLD
  Grain grain = Grain.TYPE
  LineMode lineMode = LineMode.DETAIL
  int linesMax = 500
  int fiscalYearStartMonth = 1
  List<String> cash = ['1010-0000']
  Optional<AccountReference> openingEquity = Optional.of(number('3000'))
  List<TargetAccount> chart = CHART
  List<TargetDimension> classes = []
  List<TargetDimension> locations = []
  boolean classPerLine = true
  boolean locationsOn = true
  boolean multiCurrency = false
  CurrencyCode homeCurrency = CurrencyCode.USD
  Optional<LocalDate> closedThrough = Optional.empty()
  Map<PropertyId, Set<PostMonth>> signedOff = [:]
  Map<PropertyId, PostMonth> openGlMonths = [:]
  Map<String, Integer> nextSequences = [:]
  List<Decision> decisions = []
  Map<PropertyId, List<OpeningBalance>> openings = [:]
  LocalDate businessDate = LocalDate.of(2026, 11, 2)
  Map<String, String> accountNames = ['4190-0000': 'Damage Income']
  /** Routes by GL account number; all others go to the target account of the same first four digits. */
  Map<String, Route> routes = ['4190-0000': unmapped()]
  List<FactState> lines = []

  static TargetAccount account(String id, String number, String name, AccountClass kind) {
    new TargetAccount(id, number, name, kind, kind.name(), true,
      kind != AccountClass.RECEIVABLE && kind != AccountClass.PAYABLE)
  }

  static AccountReference number(String number) {
    new AccountReference(AccountReference.Kind.NUMBER, number)
  }

  static Route unmapped(boolean blocks = false) {
    new Route.Held('no rule names it', Optional.empty(), true, blocks)
  }

  static Route to(Map more = [:], String accountNumber) {
    new Route.Mapped(more.ref ?: number(accountNumber), Optional.ofNullable(more.trackingClass),
      Optional.ofNullable(more.location), Optional.ofNullable(more.name), more.rule ?: "to $accountNumber".toString(),
      more.suspense ?: false)
  }

  Books post(String journal) {
    lines.addAll(parse(journal))
    this
  }

  List<FactState> parse(String journal) {
    journal.readLines()*.trim().findAll().collect { row ->
      def (id, day, type, reference, number, amount) = row.split('\\|', -1)*.trim()
      def date = day.length() > 2 ? LocalDate.parse(day) : month.value().atDay(day as int)
      state(id, date, type, reference, number, Money.parse(amount, CurrencyCode.USD).amountMinor())
    }
  }

  FactState state(String id, LocalDate date, String type, String reference, String number, long signed, int occurrence = 1) {
    def key = new FactKey(ORG, FactKind.GL_LINE, new PropertyId(propertyId), basis, BOOK,
      new GlAccountId(number.replace('-', '')), id, occurrence)
    new FactState(new GlLine(key, number, type, month, date, date, Math.max(0, signed), Math.max(0, -signed),
      CurrencyCode.USD, reference, "memo $id"), 1, false)
  }

  OpeningBalance openingBalance(Map more = [:], String number, long signed) {
    def key = new FactKey(ORG, FactKind.OPENING, new PropertyId(propertyId), basis, BOOK,
      new GlAccountId(number.replace('-', '')), "opening:$cutover", 1)
    new OpeningBalance(key, 1, Fingerprint.of(key.account(), 'Opening', cutover, cutover.firstDay(), signed), number,
      more.name ?: number, signed,
      Optional.ofNullable(more.claimed ? new OpeningBalance.Claimed(1, (more.posted ?: signed) as long) : null))
  }

  FactKey key(String id) {
    lines.find { it.line().key().sourceId() == id }.line().key()
  }

  PropertyMapping property() {
    new PropertyMapping(new PropertyId(propertyId), 'Cedar Ridge Apartments', trackingClass, location, basis, BOOK, '7001',
      flow, cutover, opening, blackoutDays, new SourcePlace('mappings/oak.yml', 10, 3))
  }

  Mapping mapping() {
    def binding = new Binding('oak', ORG, 'entrata', TargetKind.QUICKBOOKS, 'qbo', '9341', CurrencyCode.USD, fiscalYearStartMonth)
    def defaults = Policies.defaults()
    def policies = new Policies(unmapped, late, grain, lineMode, linesMax, defaults.guardRails(), defaults.repeatedIds(),
      defaults.markBatch(), defaults.apPayments(), true)
    new Mapping('mappings/oak.yml', binding, [property()], [], policies,
      new ControlAccounts(['1200-0000'], [], ['2200-0000'], ['2100-0000'], cash), openingEquity)
  }

  TargetCompany company() {
    new TargetCompany(COMPANY, 'Oak Books', homeCurrency, multiCurrency, closedThrough, classPerLine, locationsOn, chart,
      classes, locations)
  }

  PlanInput input(List<FactState> given = lines) {
    def months = given.groupBy { [it.line().key().property(), it.line().postMonth()] }.collect { at, states ->
      new PropertyMonth(new GlScope(ORG, at[0], at[1], basis, BOOK), "snapshot-$at", states,
        accountNames.collectEntries { n, name -> [new GlAccountId(n.replace('-', '')), name] })
    }
    new PlanInput(Environment.SANDBOX, new MappingVersion(mapping(), 'a' * 64, true), company(), months, openings,
      nextSequences, decisions, openGlMonths, signedOff, businessDate)
  }

  RuleBook rules() {
    def self = this
    new RuleBook() {
      Route route(Subject subject) {
        self.routes.get(subject.accountNumber()) ?: Books.to(subject.accountNumber().substring(0, 4))
      }

      List<Rule> candidates(Subject subject) {
        []
      }
    }
  }

  Plan plan(List<FactState> given = lines) {
    Planner.plan(input(given), rules())
  }
}
