package io.tieout.fact

import io.tieout.money.CurrencyCode
import io.tieout.money.Side
import java.time.LocalDate
import spock.lang.Specification

class FactValuesSpec extends Specification {

  static final FactKey KEY = new FactKey(
      new OrganisationId('oak'), FactKind.GL_LINE, new PropertyId('101'), Basis.ACCRUAL, new BookId('1'), new GlAccountId('4110'), '700001', 1)

  def "post months follow each other over the turn of the year"() {
    expect:
    PostMonth.parse('2026-12').next() == PostMonth.of(2027, 1)
    PostMonth.of(2027, 1).previous().toString() == '2026-12'
    PostMonth.of(date('2026-10-31')) == PostMonth.parse('2026-10')
    PostMonth.of(2026, 9).isBefore(PostMonth.of(2026, 10))
    !PostMonth.of(2026, 10).isBefore(PostMonth.of(2026, 10))
    PostMonth.of(2027, 1).isAfter(PostMonth.of(2026, 12))
    [PostMonth.of(2027, 1), PostMonth.of(2026, 2), PostMonth.of(2026, 12)].sort()*.toString() == ['2026-02', '2026-12', '2027-01']
  }

  def "a date outside its post month is held to the month's #edge"() {
    given:
    def february = PostMonth.of(2028, 2)

    expect:
    february.clamp(date(given)) == date(clamped)
    february.contains(date(given)) == inside

    where:
    given        || clamped      | inside | edge
    '2028-01-31' || '2028-02-01' | false  | 'first day'
    '2028-02-01' || '2028-02-01' | true   | 'own first day'
    '2028-02-29' || '2028-02-29' | true   | 'own last day'
    '2028-03-01' || '2028-02-29' | false  | 'last day'
  }

  def "a fact's key differs as soon as one part differs"() {
    given:
    def others = [
        new FactKey(new OrganisationId('elm'), KEY.kind(), KEY.property(), KEY.basis(), KEY.book(), KEY.account(), KEY.sourceId(), 1),
        new FactKey(KEY.organisation(), FactKind.OPENING, KEY.property(), KEY.basis(), KEY.book(), KEY.account(), KEY.sourceId(), 1),
        new FactKey(KEY.organisation(), KEY.kind(), new PropertyId('102'), KEY.basis(), KEY.book(), KEY.account(), KEY.sourceId(), 1),
        new FactKey(KEY.organisation(), KEY.kind(), KEY.property(), Basis.CASH, KEY.book(), KEY.account(), KEY.sourceId(), 1),
        new FactKey(KEY.organisation(), KEY.kind(), KEY.property(), KEY.basis(), new BookId('2'), KEY.account(), KEY.sourceId(), 1),
        new FactKey(KEY.organisation(), KEY.kind(), KEY.property(), KEY.basis(), KEY.book(), new GlAccountId('4190'), KEY.sourceId(), 1),
        new FactKey(KEY.organisation(), KEY.kind(), KEY.property(), KEY.basis(), KEY.book(), KEY.account(), '700002', 1),
        KEY.withOccurrence(2),
    ]

    expect:
    KEY.canonical() == 'oak|gl|101|accrual|1|4110|700001|1'
    (others + KEY)*.canonical().toSet().size() == 9
    KEY.withOccurrence(2).withOccurrence(1) == KEY
    KEY < KEY.withOccurrence(2)
    KEY.toString() == KEY.canonical()
  }

  def "ids that name nothing are refused: #what"() {
    when:
    make()

    then:
    thrown(IllegalArgumentException)

    where:
    what              | make
    'organisation'    | { new OrganisationId(' ') }
    'property'        | { new PropertyId('') }
    'book'            | { new BookId('') }
    'account'         | { new GlAccountId('') }
    'source id'       | { new FactKey(KEY.organisation(), KEY.kind(), KEY.property(), KEY.basis(), KEY.book(), KEY.account(), ' ', 1) }
    'occurrence zero' | { KEY.withOccurrence(0) }
  }

  def "a line's fingerprint follows #what: #changes"() {
    given:
    def before = line()
    def after = line(change)

    expect:
    (before.fingerprint() != after.fingerprint()) == changes

    where:
    what                     | change                            || changes
    'the amount'             | [debit: 10001]                    || true
    'the side'               | [debit: 0, credit: 10000]         || true
    'the transaction type'   | [type: 'AR Payment']              || true
    'the post month'         | [month: '2026-11']                || true
    'the post date'          | [postDate: '2026-10-02']          || true
    'not the memo'           | [memo: 'other']                   || false
    'not the reference'      | [reference: 'other']              || false
    'not the way of writing' | [debit: 15000, credit: 5000]      || false
  }

  def "a line counts debit minus credit, whatever side the source wrote it on"() {
    expect:
    line(change).signedMinor() == signed
    line(change).side() == side
    line(change).zero == (signed == 0)
    line(change).signed().amountMinor() == signed

    where:
    change                        || signed | side
    [debit: 10000]                || 10000  | Side.DEBIT
    [debit: 0, credit: 10000]     || -10000 | Side.CREDIT
    [debit: 0, credit: -10000]    || 10000  | Side.DEBIT
    [debit: -500, credit: 0]      || -500   | Side.CREDIT
    [debit: 700, credit: 700]     || 0      | Side.DEBIT
  }

  def "control totals say the month's debits and credits as positive numbers"() {
    given: 'as the API shows them: credit sides are negative (docs of getGlTransactions)'
    def totals = new AccountTotals(5000, 90000, -85000, 100000, -97000, -2000, 3000)

    expect:
    totals.debits() == 10000
    totals.credits() == 12000
    totals.debits() - totals.credits() == totals.netChange()
  }

  def "a scope names one property, month, basis and book"() {
    given:
    def scope = new GlScope(new OrganisationId('oak'), new PropertyId('101'), PostMonth.of(2026, 1), Basis.CASH, new BookId('1'))

    expect:
    scope.previousMonth().month() == PostMonth.of(2025, 12)
    scope.canonical() == 'oak|101|cash|1|2026-01'
    scope.toString() == 'property 101, 2026-01, cash, book 1'
    scope > scope.previousMonth()
  }

  private static GlLine line(Map change = [:]) {
    new GlLine(
        KEY, '4110', change.type ?: 'AR Charge', PostMonth.parse(change.month ?: '2026-10'), date(change.postDate ?: '2026-10-01'), date('2026-10-01'),
        change.debit == null ? 10000 : change.debit as long, (change.credit ?: 0) as long, CurrencyCode.USD, change.reference ?: 'Charge #1', change.memo ?: 'rent')
  }

  private static LocalDate date(String iso) {
    LocalDate.parse(iso)
  }
}
