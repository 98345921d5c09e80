package io.tieout.flow

import io.tieout.finding.Stopped
import io.tieout.flow.port.TargetBooks
import io.tieout.mapping.CompanyKey
import io.tieout.mapping.MappingVersion
import io.tieout.mapping.Mappings
import io.tieout.money.CurrencyCode
import io.tieout.plan.TargetCompany
import spock.lang.Specification

class PlanningSpec extends Specification {

  def "a connection that leads to another company than the mapping's stops before anything is planned"() {
    given:
    def mapping = Mappings.mapping([])
    def target = Stub(TargetBooks) {
      company() >> company('quickbooks:2')
    }
    def tools = new Tools(io.tieout.plan.Environment.SANDBOX, null, null, null, null, null, null, null, null)

    when:
    new Planning(tools).make(new MappingVersion(mapping, 'a' * 64, true), target, Selection.all())

    then:
    def stopped = thrown(Stopped)
    with(stopped.findings()[0]) {
      code() == FlowCode.WRONG_COMPANY
      place().endsWith('binding.company-id')
      expected() == mapping.binding().companyKey().value()
      found() == 'quickbooks:2 (Elm Street LLC)'
      next().contains('bound to one company for ever')
    }
    stopped.exitCode() == 2
  }

  private static TargetCompany company(String key) {
    new TargetCompany(new CompanyKey(key), 'Elm Street LLC', CurrencyCode.USD, false, Optional.empty(), true, true, [], [], [])
  }
}
