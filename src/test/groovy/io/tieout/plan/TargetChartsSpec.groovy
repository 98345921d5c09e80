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
}
