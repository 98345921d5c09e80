package io.tieout.plan

import io.tieout.mapping.AccountReference
import io.tieout.mapping.CompanyKey
import io.tieout.mapping.TargetChart
import io.tieout.money.CurrencyCode
import spock.lang.Specification

class TargetChartsSpec extends Specification {

  def "the linter sees a company as the planner does: #accountClass"() {
    given:
    def company = new TargetCompany(new CompanyKey('quickbooks:1'), 'Oak', CurrencyCode.USD, false, Optional.empty(), true, false,
        [new TargetAccount('1', '10', 'A', accountClass, 'Word', true, true)], [new TargetDimension('2', 'Cedar Ridge', true)], [])
    def chart = TargetCharts.of(company)

    expect:
    chart.accounts() == [new TargetChart.Account('1', '10', 'A', kind, 'Word', true, open)]
    chart.accounts()[0].openToJournals() == new Chart(company).account(new AccountReference(AccountReference.Kind.ID, '1')).value().present
    chart.classes() == [new TargetChart.Dimension('2', 'Cedar Ridge', true)]
    chart.tracksClasses() && !chart.tracksLocations()

    where:
    accountClass                   || kind                       | open
    AccountClass.BANK              || TargetChart.Kind.ASSET     | true
    AccountClass.RECEIVABLE        || TargetChart.Kind.ASSET     | false
    AccountClass.PAYABLE           || TargetChart.Kind.LIABILITY | false
    AccountClass.RETAINED_EARNINGS || TargetChart.Kind.EQUITY    | false
    AccountClass.ASSET             || TargetChart.Kind.ASSET     | true
    AccountClass.LIABILITY         || TargetChart.Kind.LIABILITY | true
    AccountClass.EQUITY            || TargetChart.Kind.EQUITY    | true
    AccountClass.INCOME            || TargetChart.Kind.INCOME    | true
    AccountClass.EXPENSE           || TargetChart.Kind.EXPENSE   | true
  }

  def "an archived namesake makes nothing ambiguous, two active ones do, and letters count before their case: #names"() {
    given:
    def accounts = names.withIndex(1).collect { name, at -> new TargetAccount("$at", '', name.replace(' (archived)', ''), AccountClass.BANK, 'Bank', !name.endsWith('(archived)'), true) }
    def company = new TargetCompany(new CompanyKey('quickbooks:1'), 'Oak', CurrencyCode.USD, false, Optional.empty(), true, false, accounts, [], [])
    def reference = new AccountReference(AccountReference.Kind.NAME, 'Cash')

    expect:
    company.account(reference).map { it.id() }.orElse('') == id
    new Chart(company).account(reference).value().map { it.id() }.orElse('') == usable

    where:
    names                                | id  | usable
    ['Cash', 'Cash (archived)']          | '1' | '1'
    ['Cash (archived)', 'Cash']          | '2' | '2'
    ['Cash', 'Cash']                     | ''  | ''
    ['CASH', 'Cash']                     | '2' | '2'
    ['cash', 'CASH']                     | ''  | ''
    ['Cash (archived)']                  | '1' | ''
    ['Cash (archived)', 'Cash (archived)'] | '' | ''
    []                                   | ''  | ''
  }
}
