package io.tieout.plan

import static io.tieout.plan.Books.to

import io.tieout.mapping.AccountReference
import io.tieout.mapping.FlowMode
import io.tieout.mapping.Route
import io.tieout.money.CurrencyCode
import spock.lang.Specification

class HoldingSpec extends Specification {

  static final TWO_CHARGES = '''
    1 | 01 | AR Charge | A | 1200-0000 | 100.00
    2 | 01 | AR Charge | A | 4010-0000 | -100.00
    3 | 01 | AR Charge | B | 1200-0000 | 20.00
    4 | 01 | AR Charge | B | 4020-0000 | -20.00
  '''

  def "a target account that cannot be used holds its lines and is named: #fault"() {
    given:
    def books = new Books().post(TWO_CHARGES)
    books.routes['4020-0000'] = to('x', ref: reference, rule: 'company gl-accounts 4020-0000')

    when:
    def plan = books.plan()

    then:
    plan.held().collect { [it.line().key().sourceId(), it.reason()] } == [['3', HoldReason.WITH_HELD], ['4', HoldReason.TARGET_ACCOUNT]]
    plan.documents().collect { it.facts()*.key()*.sourceId() } == [['1', '2']]
    plan.findings()*.code() == [code]
    plan.findings()[0].found() == "GL 4020-0000: $fault: 1 line, debits 0.00, credits 20.00 USD"
    plan.findings()[0].next().contains('rule company gl-accounts 4020-0000')
    plan.held()[1].why().contains(fault)
    plan.held()*.isCause() == [false, true]

    where:
    reference                                                              || code                      | fault
    Books.number('8888')                                                   || PlanCode.ACCOUNT_MISSING  | 'Oak Books has no account 8888'
    new AccountReference(AccountReference.Kind.ID, '999')                  || PlanCode.ACCOUNT_MISSING  | 'Oak Books has no account id:999'
    new AccountReference(AccountReference.Kind.NAME, 'No Such')            || PlanCode.ACCOUNT_MISSING  | 'Oak Books has no account name:No Such'
    Books.number('5030')                                                   || PlanCode.ACCOUNT_MISSING  | 'Oak Books has 2 accounts 5030: 5030 Twin A (id:48), 5030 Twin B (id:49)'
    Books.number('5020')                                                   || PlanCode.ACCOUNT_CLOSED   | 'account 5020 Old Repairs is inactive'
    Books.number('1100')                                                   || PlanCode.ACCOUNT_CLOSED   | 'account 1100 Accounts Receivable is of type RECEIVABLE, which journal entries must not touch'
    Books.number('3900')                                                   || PlanCode.ACCOUNT_CLOSED   | 'account 3900 Retained Earnings is of type RETAINED_EARNINGS, which journal entries must not touch'
  }

  def "an account is found by number, id, or name, exact before any case"() {
    given:
    def books = new Books().post(TWO_CHARGES)
    books.chart = Books.CHART + [Books.account('60', '', 'Fees', AccountClass.INCOME), Books.account('61', '', 'FEES', AccountClass.INCOME)]
    books.routes['4020-0000'] = to('x', ref: reference)

    expect:
    books.plan().documents()[0].entry().lines().last().account().id() == id

    where:
    reference                                                         || id
    Books.number('4020')                                              || '44'
    new AccountReference(AccountReference.Kind.ID, '44')              || '44'
    new AccountReference(AccountReference.Kind.NAME, 'parking income') || '44'
    new AccountReference(AccountReference.Kind.NAME, 'FEES')          || '61'
  }

  def "an archived namesake makes an account number not ambiguous"() {
    given:
    def books = new Books().post(TWO_CHARGES)
    books.chart = Books.CHART + new TargetAccount('70', '4020', 'Parking (deleted)', AccountClass.INCOME, 'Income', false, true)

    expect:
    books.plan().held() == []
  }

  def "a class or location stands on every line, from the property or the rule"() {
    given:
    def books = new Books(trackingClass: Optional.of('cedar ridge'), location: Optional.of('id:L1'),
      classes: [new TargetDimension('C1', 'Cedar Ridge', true), new TargetDimension('C2', 'Parking', true)],
      locations: [new TargetDimension('L1', 'North', true)]).post(TWO_CHARGES)
    books.routes['4020-0000'] = to('4020', trackingClass: 'Parking', name: 'Vendor 7')

    expect:
    books.plan().documents()[0].entry().lines().collect { [it.account().number(), it.trackingClass().get().id(), it.location().get().id(), it.name().orElse('')] } ==
      [['1200', 'C1', 'L1', ''], ['1200', 'C1', 'L1', ''], ['4010', 'C1', 'L1', ''], ['4020', 'C2', 'L1', 'Vendor 7']]
  }

  def "a class or location that cannot be used holds what needs it: #fault"() {
    given:
    def books = new Books(classPerLine: classPerLine, locationsOn: false, classes: classes).post(TWO_CHARGES)
    books.routes['4020-0000'] = to('4020', trackingClass: trackingClass, location: location)

    when:
    def plan = books.plan()

    then:
    plan.held()*.reason() == [HoldReason.WITH_HELD, HoldReason.TARGET_DIMENSION]
    plan.findings()*.code() == [PlanCode.DIMENSION]
    plan.findings()[0].found().contains(fault)

    where:
    classPerLine | classes                                                                                        | trackingClass | location || fault
    true         | []                                                                                             | 'Oak'         | null     || 'Oak Books has no class Oak'
    true         | [new TargetDimension('1', 'Oak', false)]                                                       | 'Oak'         | null     || 'class Oak is inactive'
    true         | [new TargetDimension('1', 'oaK', true), new TargetDimension('2', 'OAK', true)]                 | 'Oak'         | null     || 'Oak Books has 2 of class Oak'
    false        | [new TargetDimension('1', 'Oak', true)]                                                        | 'Oak'         | null     || 'class Oak, but Oak Books tracks no class on lines'
    true         | []                                                                                             | null          | 'North'  || 'location North, but Oak Books tracks no locations'
  }

  def "a rule may hold"() {
    given:
    def books = new Books().post(TWO_CHARGES)
    books.routes['4020-0000'] = new Route.Held('ask the owner', Optional.of('company gl-accounts 4020-0000'), false, false)

    when:
    def plan = books.plan()

    then:
    plan.held()*.reason() == [HoldReason.WITH_HELD, HoldReason.RULE]
    plan.findings()*.code() == [PlanCode.RULE_HOLD]
    plan.findings()[0].found().contains('held by rule company gl-accounts 4020-0000: ask the owner')
  }

  def "policy suspense posts and says with how much money"() {
    given:
    def books = new Books().post(TWO_CHARGES)
    books.routes['4020-0000'] = to('9999', suspense: true)

    when:
    def plan = books.plan()

    then:
    plan.held() == []
    plan.documents()[0].entry().lines().last().account().number() == '9999'
    plan.findings()*.code() == [PlanCode.SUSPENSE]
    plan.findings()[0].found() == 'GL 4020-0000 has no rule and goes to suspense 9999 Suspense: 1 line, debits 0.00, credits 20.00 USD'
  }

  def "policy block holds the whole property and month"() {
    given:
    def books = new Books().post(TWO_CHARGES)
    books.routes['4020-0000'] = Books.unmapped(true)

    when:
    def plan = books.plan()

    then:
    plan.documents() == []
    plan.held()*.reason() == [HoldReason.BLOCKED] * 4
    plan.held()*.why().toSet() == ['the month waits for a rule for GL 4020-0000'] as Set
    plan.held()*.next().every { it.startsWith('Add a rule for 4020-0000') }
    plan.findings()*.code() == [PlanCode.BLOCKED]
  }

  def "lines excluded by rule vanish where their block still balances, else the rest of the block waits"() {
    given:
    def books = new Books().post(journal)
    books.routes['6000-0000'] = new Route.Excluded('closing entries', 'company gl-accounts 6000-0000')

    when:
    def plan = books.plan()

    then:
    plan.excluded().collect { [it.line().key().sourceId(), it.by(), it.reason()] } ==
      excluded.collect { [it, 'company gl-accounts 6000-0000', 'closing entries'] }
    plan.held().collect { [it.line().key().sourceId(), it.reason()] } == held
    plan.documents().collectMany { it.facts()*.key()*.sourceId() } == posted
    plan.findings()*.code() == codes

    where:
    journal                                     || excluded   | held                             | posted               | codes
    TWO_CHARGES + '5|01|GJ|C|6000-0000|7\n6|01|GJ|C|6000-0000|-7' || ['5', '6'] | []              | ['1', '3', '2', '4'] | []
    TWO_CHARGES + '5|01|GJ|C|6000-0000|7\n6|01|GJ|C|3000-0000|-7' || ['5']      | [['6', HoldReason.WITH_HELD]] | ['1', '3', '2', '4'] | [PlanCode.EXCLUSION_UNBALANCES]
    TWO_CHARGES + '5|01|AR Charge|A|6000-0000|7\n6|01|AR Charge|A|6000-0000|-7' || ['5', '6'] | [] | ['1', '3', '2', '4'] | []
  }

  def "the latest decision of a person counts"() {
    given:
    def books = new Books().post(TWO_CHARGES)
    books.routes['4020-0000'] = to('4020')
    books.decisions = kinds.collect { new Decision(books.key('4'), it, 'because', 'ann') }

    when:
    def plan = books.plan()

    then:
    plan.held().collect { [it.line().key().sourceId(), it.reason()] } == held
    plan.excluded().collect { [it.line().key().sourceId(), it.by(), it.reason()] } == excluded
    plan.documents().collectMany { it.facts()*.key()*.sourceId() } == posted
    plan.findings()*.code() == codes

    where:
    kinds                                                                || held                                                   | excluded                    | posted               | codes
    [Decision.Kind.HOLD]                                                 || [['3', HoldReason.WITH_HELD], ['4', HoldReason.PERSON]] | []                          | ['1', '2']           | [PlanCode.PERSON_HOLD]
    [Decision.Kind.HOLD, Decision.Kind.RELEASE]                          || []                                                     | []                          | ['1', '3', '2', '4'] | []
    [Decision.Kind.EXCLUDE]                                              || [['3', HoldReason.WITH_HELD]]                          | [['4', 'ann', 'because']]   | ['1', '2']           | [PlanCode.EXCLUSION_UNBALANCES]
    [Decision.Kind.RELEASE, Decision.Kind.EXCLUDE, Decision.Kind.HOLD]   || [['3', HoldReason.WITH_HELD], ['4', HoldReason.PERSON]] | []                          | ['1', '2']           | [PlanCode.PERSON_HOLD]
  }

  def "excluding every line of a block takes it out without a trace in what is posted"() {
    given:
    def books = new Books().post(TWO_CHARGES)
    books.decisions = ['3', '4'].collect { new Decision(books.key(it), Decision.Kind.EXCLUDE, 'double', 'ann') }

    expect:
    with(books.plan()) {
      held() == []
      excluded()*.by() == ['ann', 'ann']
      documents().collectMany { it.facts()*.key()*.sourceId() } == ['1', '2']
    }
  }

  def "currencies are never mixed"() {
    given:
    def books = new Books(multiCurrency: multi, homeCurrency: home).post(TWO_CHARGES)
    if (foreignLine) {
      books.lines = books.lines.collect { s ->
        def l = s.line()
        l.key().sourceId() != '4' ? s : new FactState(new io.tieout.fact.GlLine(l.key(), l.accountNumber(), l.transactionType(),
          l.postMonth(), l.postDate(), l.transactionDate(), l.debitMinor(), l.creditMinor(), new CurrencyCode('CAD'), '', ''), 1, false)
      }
    }

    when:
    def plan = books.plan()

    then:
    plan.documents() == []
    plan.held()*.reason() == [HoldReason.CURRENCY] * 4
    plan.findings()*.code() == [PlanCode.CURRENCY]
    plan.findings()[0].found().startsWith(found)

    where:
    multi | home                     | foreignLine || found
    true  | CurrencyCode.USD         | false       || 'Oak Books keeps several currencies'
    false | new CurrencyCode('CAD')  | false       || 'Oak Books keeps its books in CAD'
    false | CurrencyCode.USD         | true        || 'lines in CAD'
  }

  def "on a blackout day nothing of the property is posted, and held lines keep their reason"() {
    given:
    def books = new Books(blackoutDays: [2]).post(TWO_CHARGES)
    books.routes['4020-0000'] = Books.unmapped()

    when:
    def plan = books.plan()

    then:
    plan.documents() == []
    plan.held().collect { [it.line().key().sourceId(), it.reason()] } == [['1', HoldReason.BLACKOUT], ['3', HoldReason.WITH_HELD], ['2', HoldReason.BLACKOUT], ['4', HoldReason.UNMAPPED]]
    plan.findings()*.code() == [PlanCode.UNMAPPED, PlanCode.BLACKOUT]
  }

  def "flow modes other than gl are held, not guessed"() {
    when:
    def plan = new Books(flow: flow).post(TWO_CHARGES).plan()

    then:
    plan.documents() == []
    plan.held()*.reason() == [HoldReason.FLOW_MODE] * 4
    plan.findings()*.code() == [PlanCode.FLOW_MODE]

    where:
    flow << [FlowMode.GL_BILLS, FlowMode.SUBLEDGERS]
  }

  def "a month of a property, basis or book that the mapping does not name is not planned, and said"() {
    given:
    def books = new Books().post(TWO_CHARGES)
    def input = books.input()
    def stray = new PropertyMonth(new io.tieout.fact.GlScope(Books.ORG, new io.tieout.fact.PropertyId('999'), Books.OCTOBER, books.basis, Books.BOOK), 's', [])
    def more = new PlanInput(input.environment(), input.mapping(), input.company(), input.months() + stray, [:], [:], [], [:], [:], input.businessDate())

    expect:
    Planner.plan(more, books.rules()).findings()*.code() == [PlanCode.NOT_OF_MAPPING]
  }

  def "another company than the bound one, or a month given twice, is a mistake of the caller"() {
    given:
    def books = new Books().post(TWO_CHARGES)
    def input = books.input()

    when:
    Planner.plan(new PlanInput(input.environment(), input.mapping(), input.company(), input.months() + input.months(), [:], [:], [], [:], [:],
      input.businessDate()), books.rules())

    then:
    thrown(IllegalArgumentException)

    when:
    def c = input.company()
    def other = new TargetCompany(new io.tieout.mapping.CompanyKey('quickbooks:1'), c.name(), c.homeCurrency(), false, c.closedThrough(), true, true,
      c.accounts(), [], [])
    Planner.plan(new PlanInput(input.environment(), input.mapping(), other, input.months(), [:], [:], [], [:], [:], input.businessDate()), books.rules())

    then:
    thrown(IllegalArgumentException)
  }
}
