package io.tieout.mapping

import io.tieout.fact.PostMonth
import io.tieout.fact.PropertyId
import spock.lang.Specification

import static io.tieout.mapping.Mappings.*

class ExplanationSpec extends Specification {

  static final List<Rule> RULES = [
      rule('40*', '4099', line: 1), rule('4010-0000', '4010', line: 2), rule('4000..4999', '4000', line: 3), rule('4010-0000', '4011', line: 4, from: '2027-01'),
      rule('4010-0000', '4012', line: 5, layer: 'company', to: '2026-11'), rule('4010-0000', '4013', line: 6, layer: 'property', property: '510001'),
      rule('4010-0000', '4014', line: 7, layer: 'exception', type: 'GJ'), rule('5*', '5', line: 8)]

  def "the winner and the losers are named with their reasons"() {
    expect:
    explain('510002', '2026-10').text() == '''\
GL 4010-0000, property 510002, post month 2026-10: to account 4012, class Harbor Point
  wins:   company gl-accounts 4010-0000 (oak.yml:5:1)
  beaten: default gl-accounts 4010-0000 (oak.yml:2:1): the layer company stands above the layer default
  beaten: default gl-accounts 4000..4999 (oak.yml:3:1): the layer company stands above the layer default
  beaten: default gl-accounts 40* (oak.yml:1:1): the layer company stands above the layer default
  absent: exception gl-accounts 4010-0000 [GJ] (oak.yml:7:1): it is for the transaction type GJ only
  absent: default gl-accounts 4010-0000 from 2027-01 (oak.yml:4:1): it begins with 2027-01'''
  }

  def "inside a layer the reason is the exactness or the months"() {
    given:
    def later = explain('510002', '2027-01')

    expect:
    later.winner().get().place().line() == 4
    later.losers()*.why() == [
        'the winner begins later, with 2027-01', 'the number 4010-0000 is more exact than the range 4000 to 4999',
        'the number 4010-0000 is more exact than the pattern 40*']
    later.absent()*.why() == ['it is for the transaction type GJ only', 'it ended with 2026-11']
  }

  def "a transaction type brings its exceptions in"() {
    expect:
    explain('510001', '2026-10', 'gj').winner().get().place().line() == 7
    explain('510001', '2026-10', 'gj').losers()[0].why() == 'the layer exception stands above the layer property'
  }

  def "exceptions are told apart by what they name"() {
    given:
    def rules = [
        rule('4010-0000', 'a', layer: 'exception', property: '510001', type: 'GJ', line: 1),
        rule('4010-0000', 'b', layer: 'exception', property: '510001', line: 2, to: '2026-12'),
        rule('4010-0000', 'c', layer: 'exception', property: '510001', line: 3),
        rule('4010-0000', 'd', layer: 'exception', type: 'GJ', line: 4)]
    def whole = explain('510001', '2026-10', 'GJ', rules)
    def plain = explain('510001', '2026-10', null, rules)

    expect:
    whole.losers()*.why() == ['the winner names the transaction type', 'the winner names the transaction type', 'the winner names the property']
    plain.losers()*.why() == ['the winner ends sooner, with 2026-12']
  }

  def "where no rule matches the policy is named"() {
    expect:
    explain('510001', '2026-10', null, []).text() == '''\
GL 4010-0000, property 510001, post month 2026-10: held: no rule names it
  wins:   the policy 'unmapped', as no rule matches'''
    explain('510001', '2026-10', null, [rule('*', action: new RuleAction.Exclude('closing'))]).text().contains('excluded: closing')
    explain('510001', '2026-10', null, [rule('*', 'x'), rule('*', 'y')]).losers()*.why() == ['both say the same lines; see M018']
  }

  private static Explanation explain(String property, String month, String type = null, List<Rule> rules = RULES) {
    Explanation.of(mapping(rules), new PropertyId(property), Optional.empty(), '4010-0000', Optional.ofNullable(type), PostMonth.parse(month))
  }
}
