package io.tieout.story

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise

/** A company that has its opening balances already: what they differ from Entrata's is accepted once, by a person. */
@Stepwise
class OpeningAcceptSpec extends Specification {

  @Shared
  @AutoCleanup
  House house = new House(mappings: ['demo-accrual'])

  @Shared
  String planId

  def setupSpec() {
    house.editMapping('demo-accrual', 'opening: post', 'opening: accept')
    house.publish('demo-accrual')
    house.tieout('pull')
    // A bookkeeper entered the operating cash, and 7.00 too much of it.
    house.quickBooksDo('create', [realm: House.ACCRUAL, type: 'JournalEntry', entity: [TxnDate: '2026-09-30', DocNumber: 'OPEN-1', Line: [
        line(100.00, 'Debit', '10'), line(100.00, 'Credit', '26')]]])
  }

  def "the plan lists the differences and posts no opening"() {
    when:
    def plan = house.tieout('plan', '--company', 'demo-accrual').json.plans[0]
    planId = plan.plan

    then:
    plan.opening_differences.size() > 3
    plan.opening_differences.sum { it.difference as BigDecimal } == 0.00
    plan.documents.every { it.purpose != 'opening' && it.date >= '2026-10-01' }
  }

  def "the nightly job accepts nothing by itself"() {
    when:
    def night = house.tieout('sync', '--no-tie-out')

    then:
    night.code == 5
    night.json.companies[0].posted == 0
    night.json.companies[0].findings*.code == ['P102']
    house.entries(House.ACCRUAL).size() == 1
  }

  def "apply accepts them once"() {
    when:
    def applied = house.tieout('apply', planId)

    then:
    applied.json.companies[0].posted > 10
    house.entries(House.ACCRUAL).every { it.DocNumber == 'OPEN-1' || it.TxnDate >= '2026-10-01' }
    house.tieout('plan', '--company', 'demo-accrual').json.plans[0].opening_differences == []
  }

  def "from then on the tie-out counts them as the opening difference, and the night runs alone"() {
    when:
    def night = house.tieout('sync')
    def rows = night.json.tie_out[0].rows.findAll { it.identity == 'T4' }

    then:
    night.json.companies[0].findings.every { it.code != 'P102' }
    night.json.tie_out[0].differences == 0
    rows.any { it.status == 'explained' && it.columns.opening_difference != '0.00' }

    when: 'somebody enters one cent in the old month afterwards'
    house.quickBooksDo('create', [realm: House.ACCRUAL, type: 'JournalEntry', entity: [TxnDate: '2026-09-29', DocNumber: 'OPEN-2', Line: [
        line(0.01, 'Debit', '10'), line(0.01, 'Credit', '26')]]])
    def after = house.tieout('tie-out').json.companies[0]

    then: 'it was not accepted, so it is a difference of one cent'
    after.rows.findAll { it.status == 'difference' }.collect { [it.identity, it.account.take(4), it.difference] } == [['T4', '1010', '0.01']]
    after.findings.any { it.code == 'X005' }
  }

  def "the judge finds nothing lost, doubled or unexpected, and no opening of ours"() {
    expect:
    house.judgedClean().verdicts().posted() > 50
  }

  private static Map line(BigDecimal amount, String side, String account) {
    [Amount: amount, DetailType: 'JournalEntryLineDetail', JournalEntryLineDetail: [PostingType: side, AccountRef: [value: account]]]
  }
}
