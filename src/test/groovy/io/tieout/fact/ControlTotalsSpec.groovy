package io.tieout.fact

import static io.tieout.fact.Readings.account
import static io.tieout.fact.Readings.balanced
import static io.tieout.fact.Readings.line
import static io.tieout.fact.Readings.reading
import static io.tieout.fact.Readings.withTotals

import spock.lang.Specification

class ControlTotalsSpec extends Specification {

  def "a month that agrees with the source's own totals has no finding"() {
    expect:
    ControlTotals.check(reading(balanced()), [:]) == []
  }

  def "an account without lines is fine while its totals did not move"() {
    expect:
    ControlTotals.check(reading(balanced() + [account('1020', 150000, [])]), [:]) == []
  }

  def "a missing line is one finding with the signed difference: totals minus lines"() {
    given:
    def accounts = [account('1010', 0, [line(id: 1, account: '1010', debit: 152500)]),
                    withTotals('4010', 0, 0, 152500, [line(id: 2, account: '4010', credit: 100000)])]

    when:
    def findings = ControlTotals.check(reading(accounts), [:])

    then:
    findings*.code() == [FactCode.LINES_DIFFER]
    findings[0].place() == 'property 510001, 2026-10, accrual, book 616, account 4010-0000 (Account 4010)'
    findings[0].expected() == "credits 1525.00 by the account's totals"
    findings[0].found() == '1000.00 by its 1 line'
    findings[0].difference().get().toString() == '525.00'
    findings[0].isError()
  }

  def "one cent in any column of the totals breaks the identity it belongs to"() {
    given:
    def (cash, rent) = balanced()
    def t = cash.totals()
    def changed = new AccountBook(cash.account(), cash.number(), cash.name(), new AccountTotals(
        t.opening() + opening, t.debitOpening() + debitOpening, t.creditOpening() + creditOpening,
        t.debitClosing() + debitClosing, t.creditClosing() + creditClosing, t.netChange() + net, t.closing() + closing),
        cash.lines())

    expect:
    ControlTotals.check(reading([changed, rent]), [:])*.code() as Set == codes as Set

    where:
    opening | debitOpening | creditOpening | debitClosing | creditClosing | net | closing || codes
    1       | 0            | 0             | 0            | 0             | 0   | 0       || [FactCode.CLOSING_DIFFERS, FactCode.NET_CHANGE_DIFFERS]
    0       | 1            | 0             | 0            | 0             | 0   | 0       || [FactCode.CLOSING_DIFFERS, FactCode.LINES_DIFFER]
    0       | 0            | 1             | 0            | 0             | 0   | 0       || [FactCode.CLOSING_DIFFERS, FactCode.LINES_DIFFER]
    0       | 0            | 0             | 1            | 0             | 0   | 0       || [FactCode.CLOSING_DIFFERS, FactCode.LINES_DIFFER]
    0       | 0            | 0             | 0            | 1             | 0   | 0       || [FactCode.CLOSING_DIFFERS, FactCode.LINES_DIFFER]
    0       | 0            | 0             | 0            | 0             | 1   | 0       || [FactCode.NET_CHANGE_DIFFERS, FactCode.MONTH_UNBALANCED]
    0       | 0            | 0             | 0            | 0             | 0   | 1       || [FactCode.CLOSING_DIFFERS, FactCode.NET_CHANGE_DIFFERS]
  }

  def "a month whose net changes do not sum to zero says by how much"() {
    given:
    def accounts = [account('1010', 0, [line(id: 1, account: '1010', debit: 152500)]),
                    account('4010', 0, [line(id: 2, account: '4010', credit: 152400)])]

    when:
    def findings = ControlTotals.check(reading(accounts), [:])

    then:
    findings*.code() == [FactCode.MONTH_UNBALANCED]
    findings[0].found() == 'they sum to 1.00'
    findings[0].difference().get().toString() == '-1.00'
  }

  def "a negative debit may be counted where it is written or on the other side, and the second is said"() {
    given: 'a reversal written as a negative debit, and rent written as usual'
    def lines = [line(id: 1, account: '1010', debit: 100000), line(id: 2, account: '1010', debit: -30000)]
    def rent = account('4010', 0, [line(id: 3, account: '4010', credit: 70000)])

    expect:
    ControlTotals.check(reading([withTotals('1010', 0, debits, credits, lines), rent]), [:])*.code() == codes

    where:
    debits | credits || codes
    70000  | 0       || []
    100000 | 30000   || [FactCode.SIDES_NORMALISED]
    100000 | 0       || [FactCode.LINES_DIFFER, FactCode.MONTH_UNBALANCED]
  }

  def "accounts that count negative sides in different ways do not pass"() {
    given:
    def asWritten = withTotals('1010', 0, 70000, 0,
        [line(id: 1, account: '1010', debit: 100000), line(id: 2, account: '1010', debit: -30000)])
    def otherWay = withTotals('4010', 0, 30000, 100000,
        [line(id: 3, account: '4010', credit: 100000), line(id: 4, account: '4010', credit: -30000)])

    expect:
    ControlTotals.check(reading([asWritten, otherWay]), [:])*.code().unique() == [FactCode.LINES_DIFFER]
  }

  def "openings must be the closings of the month before, for accounts of either month"() {
    given:
    def before = [(new GlAccountId('1010')): cash as long, (new GlAccountId('9999')): old as long]

    when:
    def findings = ControlTotals.check(reading(balanced()), before)

    then:
    findings*.code() == codes
    findings*.difference()*.get()*.toString() == differences

    where:
    cash    | old || codes                                                 | differences
    2500000 | 0   || []                                                    | []
    2500001 | 0   || [FactCode.OPENING_DIFFERS]                            | ['0.01']
    2500000 | -7  || [FactCode.OPENING_DIFFERS]                            | ['-0.07']
    2499999 | 5   || [FactCode.OPENING_DIFFERS, FactCode.OPENING_DIFFERS]  | ['-0.01', '0.05']
  }

  def "a reading without any line still names its faults, in minor units"() {
    given:
    def findings = ControlTotals.check(reading([withTotals('1010', 100, 5, 0, [])]), [:])

    expect:
    findings*.code() == [FactCode.LINES_DIFFER, FactCode.MONTH_UNBALANCED]
    findings[0].found() == '0 minor units by its 0 lines'
    findings[0].difference().isEmpty()
  }
}
