package io.tieout.plan

import io.tieout.fact.PostMonth
import io.tieout.fact.PropertyId
import io.tieout.mapping.FlowMode
import io.tieout.mapping.LatePolicy
import io.tieout.mapping.OpeningMode
import io.tieout.mapping.Route
import java.time.LocalDate
import spock.lang.Specification

class OpeningSpec extends Specification {

  static final CEDAR = new PropertyId('510001')

  static Books opened(Map settings = [:]) {
    def books = new Books(settings)
    books.openings[CEDAR] = [
      books.openingBalance('1010-0000', 2500000, name: 'Cash - Operating'),
      books.openingBalance('2200-0000', -150000),
      books.openingBalance('4010-0000', -1000000),
      books.openingBalance('5010-0000', 250000),
      books.openingBalance('1090-0000', 0),
      books.openingBalance('3000-0000', -1600000),
    ]
    books
  }

  def "the opening is one entry, dated the day before cutover, of the balances that are not zero"() {
    when:
    def plan = opened().plan()
    def document = plan.documents()[0]

    then:
    plan.documents().size() == 1
    plan.findings() == []
    document.key().purpose() == Purpose.OPENING
    document.key().month() == PostMonth.of(2026, 9)
    document.key().group() == 'opening:2026-09-30'
    document.entry().date() == LocalDate.of(2026, 9, 30)
    document.entry().lines().collect { [it.account().number(), it.signedMinor(), it.memo()] } == [
      ['1010', 2500000L, 'Opening balance Cash - Operating'],
      ['2200', -150000L, 'Opening balance 2200-0000'],
      ['3000', -1600000L, 'Opening balance 3000-0000'],
      ['4010', -1000000L, 'Opening balance 4010-0000'],
      ['5010', 250000L, 'Opening balance 5010-0000'],
    ]
    document.facts()*.fingerprint().toSet() == opened().openings[CEDAR].findAll { it.signedMinor() != 0 }*.fingerprint().toSet()
    document.entry().memo().endsWith('Cedar Ridge Apartments; accrual opening balances at 2026-10')
  }

  def "income and expense of earlier years go to opening equity"() {
    expect:
    opened(fiscalYearStartMonth: start).plan().documents()[0].entry().lines().collect { it.account().number() } == accounts

    where:
    start || accounts
    1     || ['1010', '2200', '3000', '4010', '5010']
    10    || ['1010', '2200', '3000', '3000', '3000']
  }

  def "without an opening equity account such an opening is held whole"() {
    when:
    def plan = opened(fiscalYearStartMonth: 10, openingEquity: Optional.empty()).plan()

    then:
    plan.documents() == []
    plan.held().collect { [it.line().accountNumber(), it.reason()] } == [
      ['1010-0000', HoldReason.WITH_HELD], ['2200-0000', HoldReason.WITH_HELD], ['3000-0000', HoldReason.WITH_HELD],
      ['4010-0000', HoldReason.TARGET_ACCOUNT], ['5010-0000', HoldReason.TARGET_ACCOUNT]]
    plan.findings()*.code() == [PlanCode.ACCOUNT_MISSING, PlanCode.ACCOUNT_MISSING, PlanCode.OPENING_HELD]
    plan.findings()[0].found().startsWith("GL 4010-0000 (4010-0000): the mapping names no opening equity account")
  }

  def "one unmapped account holds the whole opening, and the months post meanwhile"() {
    given:
    def books = opened().post('''
      1 | 01 | AR Charge | A | 1200-0000 | 100.00
      2 | 01 | AR Charge | A | 4010-0000 | -100.00
    ''')
    books.routes['2200-0000'] = Books.unmapped()

    when:
    def plan = books.plan()

    then:
    plan.documents()*.key()*.purpose() == [Purpose.JOURNAL]
    plan.held().size() == 5
    plan.held()*.group().toSet().size() == 1
    plan.held().every { it.line().reference() == 'Opening balance' && it.line().transactionType() == 'Opening' && it.line().postMonth() == PostMonth.of(2026, 9) }
    plan.held().find { it.line().accountNumber() == '2200-0000' }.reason() == HoldReason.UNMAPPED
    plan.findings()*.code() == [PlanCode.UNMAPPED, PlanCode.OPENING_HELD]
  }

  def "an opening that was posted is not posted again, and what changed is held"() {
    given:
    def books = opened()
    def extra = more ? [books.openingBalance('2100-0000', -5000), books.openingBalance('1200-0000', 5000)] : []
    books.openings[CEDAR] = books.openings[CEDAR].collect { it.signedMinor() == 0 ? it : books.openingBalance(it.accountNumber(), it.signedMinor(), claimed: true) } + extra

    when:
    def plan = books.plan()

    then:
    plan.documents() == []
    plan.held()*.reason() == [HoldReason.OPENING_CHANGED] * extra.size()
    plan.findings()*.code() == codes

    where:
    more  || codes
    false || []
    true  || [PlanCode.OPENING_CHANGED]
  }

  def "an opening that was posted and says another amount now is named with both amounts, and nothing is posted or held"() {
    given:
    def books = opened()
    books.openings[CEDAR] = books.openings[CEDAR].collect { o ->
      books.openingBalance(name: 'Cash', o.accountNumber(), o.signedMinor(), claimed: true, posted: o.accountNumber() == number ? o.signedMinor() + by : o.signedMinor())
    }

    when:
    def plan = books.plan()
    def finding = plan.findings()[0]

    then:
    plan.documents() == []
    plan.held() == []
    plan.findings()*.code() == [PlanCode.OPENING_CHANGED]
    finding.place().endsWith("GL $number (Cash)")
    finding.difference().get().amountMinor() == -by
    finding.expected().endsWith(' USD, as posted') && finding.found().endsWith(' USD in the newest reading')
    finding.expected().split(' ')[0].replace('.', '') as long == books.openings[CEDAR].find { it.accountNumber() == number }.signedMinor() + by

    where:
    number      | by
    '1010-0000' | 100
    '1010-0000' | -1
  }

  def "an opening that has become zero after it was posted is named too"() {
    given:
    def books = opened()
    books.openings[CEDAR] = books.openings[CEDAR].collect { o -> books.openingBalance(o.accountNumber(), 0, claimed: true, posted: o.signedMinor()) }

    expect:
    books.plan().findings()*.code() == [PlanCode.OPENING_CHANGED] * books.openings[CEDAR].count { it.isChanged() }
    books.plan().documents() == []
  }

  def "an account excluded by rule stays excluded after the rest was posted"() {
    given:
    def books = opened()
    books.openings[CEDAR] += [books.openingBalance('6000-0000', 700), books.openingBalance('6001-0000', -700)]
    books.routes['6000-0000'] = new Route.Excluded('memo accounts', 'rule 6000')
    books.routes['6001-0000'] = books.routes['6000-0000']
    def first = books.plan()
    def claimed = first.documents()[0].facts()*.key()
    books.openings[CEDAR] = books.openings[CEDAR].collect {
      books.openingBalance(it.accountNumber(), it.signedMinor(), claimed: it.key() in claimed)
    }

    expect:
    first.excluded().size() == 2
    with(books.plan()) {
      excluded().size() == 2
      held() == []
      documents() == []
    }
  }

  def "an opening that does not balance, or falls in a closed month, or of another flow mode, waits"() {
    given:
    def books = opened(settings)
    if (unbalanced) {
      books.openings[CEDAR] = books.openings[CEDAR].drop(1)
    }

    when:
    def plan = books.plan()

    then:
    plan.documents() == []
    plan.held()*.reason().toSet() == [reason] as Set
    plan.findings()*.code() == [code]

    where:
    settings                                                   | unbalanced || reason                  | code
    [:]                                                        | true       || HoldReason.UNBALANCED   | PlanCode.UNBALANCED
    [closedThrough: Optional.of(LocalDate.of(2026, 9, 30))]    | false      || HoldReason.CLOSED_MONTH | PlanCode.CLOSED_MONTH
    [flow: FlowMode.GL_BILLS]                                  | false      || HoldReason.FLOW_MODE    | PlanCode.FLOW_MODE
    [multiCurrency: true]                                      | false      || HoldReason.CURRENCY     | PlanCode.CURRENCY
  }

  def "with policy carry an opening of a closed month is dated in the first open one, and says so"() {
    when:
    def plan = opened(late: LatePolicy.CARRY, closedThrough: Optional.of(LocalDate.of(2026, 9, 30))).plan()

    then:
    plan.documents()*.key()*.purpose() == [Purpose.CARRIED]
    plan.documents()*.entry()*.date() == [LocalDate.of(2026, 10, 1)]
    plan.documents()[0].entry().lines()*.memo().every { it.endsWith('(carried from 2026-09)') }
    plan.findings()*.code() == [PlanCode.CARRIED]
  }

  def "mode accept posts nothing"() {
    expect:
    opened(opening: OpeningMode.ACCEPT).plan().documents() == []
  }
}
