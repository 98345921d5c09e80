package io.tieout.mapping

import io.tieout.fact.Basis
import io.tieout.money.CurrencyCode
import spock.lang.Specification

import static io.tieout.mapping.Mappings.*

class CanonicalMappingSpec extends Specification {

  static final List<Rule> RULES = [rule('4010-0000', '1'), rule('4*', '2', layer: 'property', property: '510001', from: '2026-10')]

  def "order and places change nothing"() {
    given:
    def other = mapping([rule('4*', '2', layer: 'property', property: '510001', from: '2026-10', line: 90), rule('4010-0000', '1', line: 7)], hold(),
        [properties: [property('510002', 'Harbor Point', line: 4), property('510001', 'Cedar Ridge', line: 8)]])

    expect:
    CanonicalMapping.hash(mapping(RULES)) == CanonicalMapping.hash(other)
    CanonicalMapping.hash(mapping(RULES)) ==~ /[0-9a-f]{64}/
  }

  def "whatever changes what is posted changes the version"() {
    given:
    def plain = mapping(RULES)
    def d = Policies.defaults()
    def changed = [
        mapping([RULES[0]]),
        mapping(RULES + rule('5*', '3')),
        mapping([rule('4010-0000', '9'), RULES[1]]),
        mapping([rule('4010-0000', action: to('1', trackingClass: 'X')), RULES[1]]),
        mapping([rule('4010-0000', action: to('1', location: 'X')), RULES[1]]),
        mapping([rule('4010-0000', action: to('1', name: 'X')), RULES[1]]),
        mapping([rule('4010-0000', action: new RuleAction.Hold('1')), RULES[1]]),
        mapping([rule('4010-0000', action: new RuleAction.Exclude('1')), RULES[1]]),
        mapping([rule('4010-0000', '1', to: '2026-12'), RULES[1]]),
        mapping([rule('4010-0000', '1', type: 'GJ'), RULES[1]]),
        mapping([rule('4010-0000', '1', layer: 'company'), RULES[1]]),
        mapping([rule('4010-0000', '1', kind: SubjectKind.AR_CODE), RULES[1]]),
        mapping(RULES, block()),
        mapping(RULES, suspense('2026-12')),
        mapping(RULES, suspense('2027-01')),
        mapping(RULES, hold(), [openingEquity: null]),
        mapping(RULES, hold(), [openingEquity: number('3201')]),
        mapping(RULES, hold(), [controls: new ControlAccounts([], [], [], [], ['1010'])]),
        mapping(RULES, hold(), [controls: new ControlAccounts([], [], [], ['1010'], [])]),
        mapping(RULES, hold(), [binding: new Binding('oak', BINDING.organisation(), BINDING.source(), BINDING.target(), BINDING.connection(), '1', CurrencyCode.USD, 1)]),
        mapping(RULES, hold(), [binding: new Binding('oak', BINDING.organisation(), BINDING.source(), BINDING.target(), BINDING.connection(), BINDING.companyId(), CurrencyCode.USD, 2)]),
    ] + [
        [basis: Basis.CASH], [flow: FlowMode.GL_BILLS], [cutover: '2026-11'], [opening: OpeningMode.ACCEPT], [blackout: [1]], [location: 'L'], [name: 'N']
    ].collect { more -> mapping(RULES, hold(), [properties: [property(more, '510001', 'Cedar Ridge'), property('510002', 'Harbor Point')]]) } + [
        new Policies(d.unmapped(), LatePolicy.CARRY, d.grain(), d.lines(), 500, d.guardRails(), d.repeatedIds(), 200, d.apPayments(), true),
        new Policies(d.unmapped(), d.late(), Grain.DAY, d.lines(), 500, d.guardRails(), d.repeatedIds(), 200, d.apPayments(), true),
        new Policies(d.unmapped(), d.late(), d.grain(), LineMode.SUMMARY, 500, d.guardRails(), d.repeatedIds(), 200, d.apPayments(), true),
        new Policies(d.unmapped(), d.late(), d.grain(), d.lines(), 499, d.guardRails(), d.repeatedIds(), 200, d.apPayments(), true),
        new Policies(d.unmapped(), d.late(), d.grain(), d.lines(), 500, new GuardRails(OptionalLong.of(1), OptionalLong.empty(), OptionalLong.empty()), d.repeatedIds(), 200, d.apPayments(), true),
        new Policies(d.unmapped(), d.late(), d.grain(), d.lines(), 500, new GuardRails(OptionalLong.empty(), OptionalLong.of(1), OptionalLong.empty()), d.repeatedIds(), 200, d.apPayments(), true),
        new Policies(d.unmapped(), d.late(), d.grain(), d.lines(), 500, d.guardRails(), RepeatedIdPolicy.HEADER, 200, d.apPayments(), true),
        new Policies(d.unmapped(), d.late(), d.grain(), d.lines(), 500, d.guardRails(), d.repeatedIds(), 200, ApPayments.TARGET, true),
        new Policies(d.unmapped(), d.late(), d.grain(), d.lines(), 500, d.guardRails(), d.repeatedIds(), 200, d.apPayments(), false),
    ].collect { policies -> mapping(RULES, hold(), [policies: policies]) }

    expect:
    (changed + plain).collect { CanonicalMapping.hash(it) }.toSet().size() == changed.size() + 1
  }

  def "no two texts can be mistaken for one"() {
    expect:
    CanonicalMapping.hash(mapping([rule('a', action: to('1', trackingClass: 'x" "y'))])) !=
        CanonicalMapping.hash(mapping([rule('a', action: to('1', trackingClass: 'x', location: 'y'))]))
    CanonicalMapping.hash(mapping([rule('a', action: new RuleAction.Hold('x\ny'))])) != CanonicalMapping.hash(mapping([rule('a', action: new RuleAction.Hold('x\\ny'))]))
  }

  def "the hash of a known mapping never changes: published versions are compared with it"() {
    expect:
    CanonicalMapping.text(mapping([rule('4010-0000', '1')], hold(), [properties: [property('510001', 'Cedar Ridge')]])) == '''\
tieout-mapping/1
binding "oak" "demopm" "entrata-demo" "quickbooks" "quickbooks-oak" "9341450000000009" "USD" "1"
controls " " " " " " " " " "
opening-equity "=3200"
policies "HOLD" "" "" "hold" "type" "detail" "500" "" "" "" "hold" "200" "entrata" "true"
property "510001" "510001" "=Cedar Ridge" "" "accrual" "616" "7001" "gl" "2026-10" "post" " "
rule "default" "" "gl-accounts" "4010-0000" "" "" "" "account \\"1\\" \\"\\" \\"\\" \\"\\""
'''
  }
}
