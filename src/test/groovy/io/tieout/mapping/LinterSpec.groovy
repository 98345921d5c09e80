package io.tieout.mapping

import io.tieout.fact.Basis
import io.tieout.fact.GlAccountId
import io.tieout.fact.PropertyId
import io.tieout.fact.SourceAccount
import io.tieout.fact.SourceProperty
import io.tieout.finding.Finding
import io.tieout.finding.Severity
import io.tieout.money.CurrencyCode
import spock.lang.Specification
import spock.lang.Timeout

import static io.tieout.mapping.Mappings.*

class LinterSpec extends Specification {

  def "a sound mapping has no finding, alone or against the outside"() {
    expect:
    Linter.lint(mapping([rule('4010-0000', '4010')]), everything()).collect { it.text() } == []
  }

  def "properties and bindings: #code.id #code.title"() {
    when:
    def findings = Linter.content(mapping([rule('4010-0000', '4010')], hold(), changes))

    then:
    findings*.code() == [code] * times
    findings[0].place() == place
    findings[0].text().contains(words)

    where:
    changes                                                                                    || code                                  | times | place        | words
    [properties: [property('510001', 'A', line: 3), property('510001', 'A', line: 5)]]         || MappingCode.PROPERTY_TWICE            | 1     | 'oak.yml:5:1' | '510001 again; first at oak.yml:3:1'
    [properties: [property('1', 'A'), property('2', 'B', basis: Basis.CASH, line: 7)]]         || MappingCode.TWO_BASES                 | 1     | 'oak.yml:7:1' | 'basis accrual for every property'
    [properties: [property('1', 'A', flow: FlowMode.GL_BILLS, line: 4)]]                       || MappingCode.FLOW_NOT_POSTED           | 1     | 'oak.yml:4:1' | 'flow: gl+bills for 1'
    [properties: [property('1', 'A', flow: FlowMode.SUBLEDGERS, line: 4)]]                     || MappingCode.FLOW_NOT_POSTED           | 1     | 'oak.yml:4:1' | 'flow: subledgers for 1'
    [properties: [property('1', 'A'), property('2', null, line: 9)]]                           || MappingCode.DIMENSION_MISSING         | 1     | 'oak.yml:9:1' | 'neither for 2'
    [openingEquity: null, properties: [property('1', 'A', cutover: '2027-01', line: 2)]]       || MappingCode.OPENING_EQUITY_MISSING    | 1     | 'oak.yml:2:1' | '2027-01 begins a fiscal year'
    [binding: new Binding('oak', BINDING.organisation(), 's', TargetKind.XERO, 'x', 'y', CurrencyCode.USD, 1)] || MappingCode.TARGET_NOT_POSTED | 1 | 'oak.yml:1:1' | 'target: xero'
  }

  def "one property needs no class, a company without earlier years no opening equity"() {
    expect:
    Linter.content(mapping([rule('4010-0000', '4010')], hold(), [openingEquity: null, properties: [property('1', null)]])) == []
    Linter.content(mapping([rule('4010-0000', '4010')], hold(), [openingEquity: null,
        properties: [property('1', null, cutover: '2027-01', opening: OpeningMode.ACCEPT)]])) == []
  }

  def "rules against each other: #code.id #code.title"() {
    when:
    def findings = Linter.content(mapping(rules))

    then:
    findings*.code() == [code]
    findings[0].place() == place
    findings[0].text().contains(words)

    where:
    rules                                                                                              || code                                   | place         | words
    [rule('4010', '1', line: 2), rule('4010', '2', line: 3)]                                           || MappingCode.DUPLICATE_RULE             | 'oak.yml:3:1' | 'another one at oak.yml:2:1'
    [rule('4010', '1', line: 2, from: '2026-11'), rule('4010', '2', line: 3, from: '2026-11'), rule('*', '3')] || MappingCode.DUPLICATE_RULE     | 'oak.yml:3:1' | 'in the layer default from 2026-11'
    [rule('4010', '1', line: 2), rule('4010', '2', line: 3, to: '2026-09')]                            || MappingCode.SHADOWED_RULE              | 'oak.yml:3:1' | 'from the cutover 2026-10 on'
    [rule('4010', '1', line: 2, from: '2026-10', to: '2026-12'), rule('4010', '2', line: 3, from: '2026-10', to: '2026-11'), rule('4010', '3', line: 4, from: '2026-12')] || MappingCode.SHADOWED_RULE | 'oak.yml:2:1' | 'always gives way to the one at oak.yml:4:1'
    [rule('4010', '1', line: 2, to: '2026-11'), rule('4010', '2', line: 3, from: '2027-02')]           || MappingCode.MONTHS_GAP                 | 'oak.yml:2:1' | 'none from 2026-12 to 2027-01, for property 510001'
    [rule('4010', '1', line: 2, from: '2026-11')]                                                      || MappingCode.MONTHS_GAP                 | 'oak.yml:2:1' | 'none from 2026-10 to 2026-10'
    [rule('id:7', '1', line: 2, to: '2026-11')]                                                        || MappingCode.MONTHS_GAP                 | 'oak.yml:2:1' | 'none from 2026-12 on'
    [rule('40*', '1', line: 2, to: '2026-11')]                                                         || MappingCode.MONTHS_GAP                 | 'oak.yml:2:1' | 'none from 2026-12 on'
    [rule('4000..4100', '1', line: 2), rule('4050..4200', '2', line: 3)]                               || MappingCode.RANGES_OVERLAP             | 'oak.yml:3:1' | '4050..4200 wins'
    [rule('4010', '1', layer: 'property', property: '510003', line: 6)]                                || MappingCode.RULE_FOR_UNLISTED_PROPERTY | 'oak.yml:6:1' | "Did you mean '510001'?"
    [rule('RENT', '1', kind: SubjectKind.AR_CODE, line: 8), rule('LATE', '1', kind: SubjectKind.AR_CODE)] || MappingCode.RULE_WITHOUT_EFFECT     | 'oak.yml:8:1' | "2 rules for 'ar-codes'"
  }

  def "what looks like a fault of rules and is none"() {
    expect:
    Linter.content(mapping(rules)).collect { it.text() } == []

    where:
    rules << [
        [rule('4010', '1', to: '2026-11'), rule('4010', '2', from: '2026-12')],
        [rule('4010', '1', from: '2026-10')],
        [rule('4010', '1', to: '2026-11'), rule('4*', '2')],
        [rule('4010', '1', to: '2026-11'), rule('4010', '2', layer: 'company')],
        [rule('4010', '1'), rule('4010', '2', layer: 'company'), rule('4010', '3', layer: 'property', property: '510001')],
        [rule('4000..4999', '1'), rule('4100..4199', '2'), rule('5000..5999', '3')],
        [rule('4010', '1', layer: 'exception', type: 'GJ', from: '2026-12', to: '2026-12')],
        [rule('4010', '1', layer: 'exception', type: 'GJ'), rule('4010', '1', layer: 'exception', type: 'AP Charge')],
        [rule('4010', '1', layer: 'property', property: '510001', from: '2026-10'), rule('4010', '2', layer: 'property', property: '510002')]]
  }

  def "accounts of the target: #code.id #code.title"() {
    when:
    def findings = Linter.fit(mapping([rule('4010-0000', action: new RuleAction.ToAccount(account, Optional.empty(), Optional.empty(), Optional.empty()), line: 4)]),
        LintContext.none().withTarget(chart()))

    then:
    findings*.code() == [code]
    findings[0].place() == 'oak.yml:4:1'
    findings[0].text().contains(words)

    where:
    account              || code                                  | words
    number('4011')       || MappingCode.TARGET_ACCOUNT_MISSING    | 'none; nearest are 4010 Rental income, '
    number('4011')       || MappingCode.TARGET_ACCOUNT_MISSING    | 'Did you mean 4010 Rental income?'
    named('Rentl income') || MappingCode.TARGET_ACCOUNT_MISSING   | 'Did you mean 4010 Rental income?'
    id('99')             || MappingCode.TARGET_ACCOUNT_MISSING    | 'an account id:99 in Oak Holdings'
    number('4900')       || MappingCode.TARGET_ACCOUNT_INACTIVE   | '4900 Concessions, which is inactive; named once'
    number('1200')       || MappingCode.TARGET_ACCOUNT_CLOSED     | '1200 Accounts receivable of type Accounts Receivable'
    named('Twin')        || MappingCode.TARGET_ACCOUNT_AMBIGUOUS  | '8000 Twin (id:20), 8001 Twin (id:21)'
  }

  def "an account used by many rules is reported once, suspense and opening equity as well"() {
    when:
    def findings = Linter.fit(mapping([rule('1', '77', line: 2), rule('2', '77', line: 3), rule('3', '77', line: 4)], suspense('2026-12'), [openingEquity: number('88')]),
        LintContext.none().withTarget(chart()))

    then:
    findings*.code() == [MappingCode.TARGET_ACCOUNT_MISSING] * 3
    findings*.place() == ['oak.yml:2:1', 'oak.yml:1:1', 'oak.yml:1:1']
    findings[0].next().contains('named 3 times, here first')
    findings*.expected() == ['an account 77 in Oak Holdings', 'an account 88 in Oak Holdings', 'an account 1999 in Oak Holdings']
  }

  def "a company that keeps no numbers is told so"() {
    given:
    def bare = chart(accounts: [new TargetChart.Account('1', '', 'Rental income', TargetChart.Kind.INCOME, 'Income', true, true)])

    expect:
    Linter.fit(mapping([rule('4010-0000', '4010')], hold(), [openingEquity: null]), LintContext.none().withTarget(bare))[0]
        .found().startsWith('Oak Holdings keeps no account numbers')
  }

  def "classes and locations: #code.id #code.title"() {
    when:
    def findings = Linter.fit(mapping(rules, hold(), [properties: properties]), LintContext.none().withTarget(chart(changes)))

    then:
    findings*.code() == [code]
    findings[0].text().contains(words)

    where:
    properties                                    | rules                                                             | changes          || code                          | words
    [property('1', 'Cedar Rige')]                 | []                                                                | [:]              || MappingCode.DIMENSION_UNKNOWN | "Did you mean 'Cedar Ridge'?"
    [property('1', 'Closed')]                     | []                                                                | [:]              || MappingCode.DIMENSION_UNKNOWN | 'inactive; there are'
    [property('1', 'id:9')]                       | []                                                                | [:]              || MappingCode.DIMENSION_UNKNOWN | 'one active class id:9'
    [property('1', null, location: 'Nort')]       | []                                                                | [:]              || MappingCode.DIMENSION_UNKNOWN | "Did you mean 'North'?"
    [property('1', 'cedar ridge')]                | [rule('4010', action: to('4010', trackingClass: 'Corp'))]         | [:]              || MappingCode.DIMENSION_UNKNOWN | 'one active class Corp'
    [property('1', 'id:1')]                       | [rule('4010', action: to('4010', location: 'South'))]             | [:]              || MappingCode.DIMENSION_UNKNOWN | 'one active location South'
    [property('1', 'Cedar Ridge')]                | []                                                                | [classes: false] || MappingCode.TRACKING_OFF      | 'does not, and the mapping names the class Cedar Ridge'
    [property('1', null, location: 'North')]      | []                                                                | [locations: false] || MappingCode.TRACKING_OFF    | 'the location North'
  }

  def "control accounts keep their kind: deposits are never income"() {
    when:
    def findings = Linter.fit(
        mapping([rule('2100-0000', '4010', line: 5), rule('1200-0000', '1210')], hold(),
            [controls: new ControlAccounts(['1200-0000'], [], ['2100-0000'], [], [])]),
        LintContext.none().withTarget(chart()))

    then:
    findings*.code() == [MappingCode.CONTROL_ACCOUNT_CLASS]
    findings[0].place() == 'oak.yml:5:1'
    findings[0].found() == '4010 Rental income, which is income'
  }

  def "the connected company must be the bound one, and of one currency"() {
    expect:
    Linter.fit(mapping([]), LintContext.none().withTarget(chart(changes)))*.code() == [code]

    where:
    changes                              || code
    [key: 'quickbooks:1']                || MappingCode.OTHER_COMPANY
    [currency: new CurrencyCode('CAD')]  || MappingCode.CURRENCY_DIFFERS
    [multi: true]                        || MappingCode.CURRENCY_DIFFERS
  }

  def "properties are held against the source's"() {
    when:
    def findings = Linter.fit(mapping([], hold(), [properties: [property('510010', 'A', line: 4)]]),
        LintContext.none().withProperties([sourceProperty('510001', 'Cedar Ridge'), sourceProperty('510002', 'Harbor Point'), sourceProperty('9', 'Sold', true)]))

    then:
    findings*.code() == [MappingCode.PROPERTY_UNKNOWN, MappingCode.PROPERTY_NOT_MAPPED]
    findings[0].place() == 'oak.yml:4:1'
    findings[0].found().contains('Did you mean 510001 Cedar Ridge?')
    findings[1].found() == '2 not in this file: 510001 Cedar Ridge, 510002 Harbor Point'
    findings[1].code().severity() == Severity.NOTE
  }

  def "accounts without a rule are ranked by what moved on them"() {
    when:
    def findings = Linter.fit(mapping([rule('4010-0000', '4010')]), LintContext.none()
        .withCharts(['7001': [source('1', '4010-0000'), source('2', '4030-0000'), source('3', '4190-0000'), source('4', '4900-0000', false), source('5', '6000-0000', false)]])
        .withAmounts([(new PropertyId('510001')): [(new GlAccountId('3')): 4_000L], (new PropertyId('510002')): [(new GlAccountId('3')): 6_000L, (new GlAccountId('5')): 25L]]))

    then:
    findings*.code() == [MappingCode.ACCOUNT_NOT_MAPPED] * 3
    findings*.expected() == ['a rule for GL 4190-0000 account 3', 'a rule for GL 6000-0000 account 5', 'a rule for GL 4030-0000 account 2']
    findings[0].found() == 'none; 100.00 USD moved on it in properties 510001, 510002'

    and: 'only the properties whose lines use the account are named'
    findings[1].found() == 'none; 0.25 USD moved on it in property 510002'
    findings[2].found() == 'none; no line read so far uses the account'

    and:
    findings[0].code().severity() == Severity.WARNING
  }

  def "codes that the source does not have, and patterns that never win, are named"() {
    when:
    def findings = Linter.fit(
        mapping([rule('4010-0000', '1'), rule('4011-0000', '1', line: 3), rule('9*', '1', line: 4), rule('id:8', '1', line: 5), rule('4000..4999', '2'), rule('40*', '3', line: 7)],
            hold(), [controls: new ControlAccounts([], [], [], [], ['1010-0000'])]),
        LintContext.none().withCharts(['7001': [source('1', '4010-0000'), source('2', '4030-0000')]]))

    then:
    findings.collect { [it.code(), it.place()] } == [
        [MappingCode.CODE_UNKNOWN, 'oak.yml:3:1'], [MappingCode.CODE_UNKNOWN, 'oak.yml:4:1'], [MappingCode.CODE_UNKNOWN, 'oak.yml:5:1'],
        [MappingCode.CODE_UNKNOWN, 'oak.yml:1:1'], [MappingCode.SHADOWED_RULE, 'oak.yml:7:1']]
    findings[0].found() == "4011-0000, which matches none. Did you mean '4010-0000'?"
  }

  @Timeout(60)
  def "a mapping of seven thousand rules is checked in a moment"() {
    given:
    def rules = (0..<7000).collect { rule(String.format('%04d-0000', it), '4010', from: it % 3 ? null : '2026-10') }

    expect:
    Linter.lint(mapping(rules), everything()).findAll { it.code() != MappingCode.CODE_UNKNOWN } == []
  }

  private static LintContext everything() {
    LintContext.none().withTarget(chart()).withCharts(['7001': [source('1', '4010-0000')]])
        .withProperties([sourceProperty('510001', 'Cedar Ridge'), sourceProperty('510002', 'Harbor Point')])
  }

  private static TargetChart chart(Map changes = [:]) {
    def kind = TargetChart.Kind
    new TargetChart(new CompanyKey(changes.key ?: 'quickbooks:9341450000000009'), 'Oak Holdings', changes.currency ?: CurrencyCode.USD,
        changes.multi ?: false, changes.classes != false, changes.locations != false,
        changes.accounts ?: [
            new TargetChart.Account('10', '4010', 'Rental income', kind.INCOME, 'Income', true, true),
            new TargetChart.Account('11', '1210', 'Resident receivables', kind.ASSET, 'Other Current Asset', true, true),
            new TargetChart.Account('12', '1200', 'Accounts receivable', kind.ASSET, 'Accounts Receivable', true, false),
            new TargetChart.Account('13', '4900', 'Concessions', kind.INCOME, 'Income', false, true),
            new TargetChart.Account('14', '3200', 'Opening equity', kind.EQUITY, 'Equity', true, true),
            new TargetChart.Account('20', '8000', 'Twin', kind.EXPENSE, 'Expense', true, true),
            new TargetChart.Account('21', '8001', 'Twin', kind.EXPENSE, 'Expense', true, true)],
        [new TargetChart.Dimension('1', 'Cedar Ridge', true), new TargetChart.Dimension('2', 'Harbor Point', true), new TargetChart.Dimension('3', 'Closed', false)],
        [new TargetChart.Dimension('4', 'North', true)])
  }

  private static SourceAccount source(String id, String number, boolean enabled = true) {
    new SourceAccount(new GlAccountId(id), number, "account $id", 'Income', enabled)
  }

  private static SourceProperty sourceProperty(String id, String name, boolean disabled = false) {
    new SourceProperty(new PropertyId(id), name, '', disabled, Optional.empty(), Optional.empty(), Optional.empty())
  }

  private static AccountReference named(String name) {
    new AccountReference(AccountReference.Kind.NAME, name)
  }

  private static AccountReference id(String id) {
    new AccountReference(AccountReference.Kind.ID, id)
  }
}
