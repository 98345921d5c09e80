package io.tieout.source.answer

import io.tieout.fact.GlAccountId
import io.tieout.fact.OrganisationId
import io.tieout.fact.PostMonth
import io.tieout.finding.Finding
import io.tieout.finding.Stopped
import spock.lang.Specification

class CompanyReadsSpec extends Specification {

  List<Finding> findings = []

  def "a property is read in the forms of documents and of live answers"() {
    expect:
    reads([PhysicalProperty: [Property: property]]).properties().collect {
      [it.id().value(), it.name(), it.disabled(), it.glPostMonth().map { m -> m.toString() }.orElse('')]
    } == [['510001', 'Cedar Ridge', disabled, month]]
    findings == []

    where:
    property                                                                              || disabled | month
    [PropertyID: 510001, MarketingName: 'Cedar Ridge', IsDisabled: 0, PostMonths: [GlPostMonth: '10/2026']] || false | '2026-10'
    [PropertyID: '510001', MarketingName: 'Cedar Ridge', IsDisabled: 't', PostMonths: '']  || true     | ''
    ['@attributes': [PropertyID: 510001], MarketingName: ['@value': 'Cedar Ridge'], PostMonths: [GlPostMonth: 'Oct,2026']] || false | '2026-10'
    ['510001': [MarketingName: 'Cedar Ridge']]                                             || false    | ''
  }

  def "a property with a fault is left out and named, the others stay"() {
    expect:
    reads([PhysicalProperty: [Property: [[PropertyID: 1, MarketingName: 'A', PostMonths: [GlPostMonth: 'soon']],
                                         [PropertyID: 2, MarketingName: 'B']]]]).properties()*.name() == ['B']
    findings*.code() == [SourceCode.BAD_MONTH]
    findings[0].place() == 'Entrata property 1, PostMonths, GlPostMonth'
  }

  def "all properties are asked for, disabled ones too"() {
    given:
    def calls = new CannedCalls({ [PhysicalProperty: ''] })

    expect:
    new CompanyReads(calls, new OrganisationId('demopm'), findings.&add).properties() == []
    calls.made[0].params() == [showAllStatus: '1']
  }

  def "a tree that is not in the source stops with the trees that are"() {
    when:
    reads([glTrees: [glTree: [[id: 7001, name: 'Master'], [id: '7002', name: 'Owner']]]]).chart('7003')

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [SourceCode.TREE_NOT_FOUND]
    stopped.findings()[0].found() == '7001, 7002'
    stopped.exitCode() == 2
  }

  def "an account of the chart keeps its state, and one without number or class is left out"() {
    given:
    def accounts = [[id: 1, accountNumber: '1010', accountName: 'Cash', glGroupType: 'Assets', status: 'Enabled'],
                    [id: 2, accountNumber: '1020', accountName: 'Old', glGroupType: 'Assets', status: 'Disabled'],
                    [id: 3, accountNumber: '', accountName: 'None', glGroupType: 'Assets', status: 'Enabled'],
                    [id: 4, accountNumber: '1040', accountName: 'None', status: 'Enabled']]

    expect:
    reads([glTrees: [glTree: [id: 7001, glAccounts: [glAccount: accounts]]]]).chart('7001').collect { [it.number(), it.enabled()] } ==
        [['1010', true], ['1020', false]]
    findings*.code() == [SourceCode.MEMBER_MISSING] * 2
  }

  def "charge codes and banks: one or many, with or without default accounts"() {
    expect:
    reads([arcodes: [arcode: [id: 31001, code: 1001, name: 'Rent', debitGlAccountId: 210004, creditGlAccountId: '']]]).arCodes()
        .collect { [it.id(), it.code(), it.debitAccount(), it.creditAccount()] } ==
        [['31001', '1001', Optional.of(new GlAccountId('210004')), Optional.empty()]]
    reads([BankAccounts: [BankAccount: [Id: 1, PropertyBankAccounts: [PropertyBankAccount: [GlAccountId: 210001]]]]]).bankAccounts() ==
        [new GlAccountId('210001')] as Set
  }

  def "organisations and calls come as bare lists, one or many"() {
    expect:
    reads([orgs: orgs]).organisation().value() == 'demopm'
    reads([services: [[service: 'getGlTransactions'], [service: 'getArCodes']]]).grantedCalls() == ['getArCodes', 'getGlTransactions'] as Set

    where:
    orgs << [[[subdomain: 'other'], [subdomain: 'demopm']], [subdomain: 'demopm', id: 1], ['1': [subdomain: 'demopm']]]
  }

  def "a list of another shape stops: it is never taken for an empty one"() {
    when:
    reads(result).properties()

    then:
    def stopped = thrown(Stopped)
    stopped.findings()*.code() == [SourceCode.WRONG_SHAPE]

    where:
    result << ['{"Property": []}', '{"PhysicalProperty": "none"}', '{"PhysicalProperty": {"Property": "none"}}',
               '{"PhysicalProperty": {"Building": {"id": 1}}}', '7']
  }

  private CompanyReads reads(result) {
    new CompanyReads(new CannedCalls({ result }), new OrganisationId('demopm'), findings.&add)
  }
}
