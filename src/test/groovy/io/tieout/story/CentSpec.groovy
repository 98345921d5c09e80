package io.tieout.story

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise

/** What happens to the books when the source changes behind the bridge's back, after everything was posted and tied out. */
@Stepwise
class CentSpec extends Specification {

  /** Two lines of the journal entry JE - #1207 of 2026-10-31, 210.00 each; neither account has a sub-ledger. */
  static final long WATER_EXPENSE = 93000044
  static final long ACCRUAL = 93000045

  @Shared
  @AutoCleanup
  House house = new House(mappings: ['demo-accrual'])

  def setupSpec() {
    house.publish('demo-accrual')
    assert house.tieout('sync').json.tie_out[0].differences == 0
  }

  def "one cent changed at one line: the month no longer balances, and the tie-out differs by exactly one cent"() {
    when:
    tamper(WATER_EXPENSE, 1, false)
    def night = nothingPostedBy('sync')

    then: 'the reading is refused and says why'
    night.code == 5
    night.json.pull.scopes.find { it.property == '510001' }.findings*.code == ['F004']

    when:
    def tie = house.tieout('tie-out')

    then: 'every difference is one cent, and each names the account or the whole property'
    tie.code == 5
    def differences = untied(tie)
    differences*.difference.toSet() == ['0.01', '-0.01'] as Set
    differences*.identity.toSet() == ['T1', 'T2', 'T4'] as Set
    differences.findAll { it.identity == 'T1' }*.account == ['all accounts']
    differences.findAll { it.identity == 'T2' }*.account*.startsWith('6310-0000') == [true]
    differences.findAll { it.identity == 'T4' }*.account*.take(6).toSet() == ['6310 W', 'equity'] as Set
    tie.json.companies[0].findings*.code.contains('F101')

    when: 'the cent is put back'
    tamper(WATER_EXPENSE, -1, false)
    house.tieout('pull')

    then:
    untied(house.tieout('tie-out')).isEmpty()
  }

  def "one cent moved between two lines of an entry: both are named as changed, and each account differs by one cent"() {
    when:
    tamper(WATER_EXPENSE, 1, true)
    def night = nothingPostedBy('sync')

    then:
    night.code == 5
    night.json.pull.complete

    and:
    def tie = night.json.tie_out[0]
    def differences = tie.rows.findAll { it.status == 'difference' }
    differences.collect { [it.identity, it.account.take(4), it.difference] }.toSet() == [
        ['T2', '6310', '0.01'], ['T2', '2300', '-0.01'], ['T4', '6310', '-0.01'], ['T4', '2300', '0.01'],
        ['T4', 'equi', '-0.01']] as Set

    and: 'the sentence of the plan differs by the cent, on both sides, and in no line'
    with(house.tieout('plan').json.plans[0].reconciliation[0]) {
      !it.whole
      it.difference == [lines: 0, debits: '0.01', credits: '0.01']
    }
    house.text('plan').text.contains('DIFFERENCE 0 lines 0.01')
    house.tieout('plan').code == 5

    and: 'the two lines by name, with what was posted and what stands there now'
    def changed = tie.findings.findAll { it.code == 'X006' }
    changed.size() == 2
    changed.any { it.place.contains("${WATER_EXPENSE}") && it.expected.contains('210.00 USD') && it.found.contains('210.01') }
    changed.any { it.place.contains("${ACCRUAL}") }

    when:
    tamper(WATER_EXPENSE, -1, true)
    house.tieout('pull')

    then:
    untied(house.tieout('tie-out')).isEmpty()
  }

  def "a late entry is posted once, as the next in sequence of its group"() {
    when:
    def ids = late('JE - #9001', 12_34)
    def plan = house.tieout('pull').with { house.tieout('plan', '--company', 'demo-accrual') }.json.plans[0]

    then: 'only the new lines are planned'
    plan.documents.size() == 1
    plan.documents[0].facts*.fact.every { fact -> ids.any { fact.contains("${it}") } }
    plan.documents[0].facts.size() == 2
    sequence(plan.documents[0]) == '2'

    when:
    def before = house.entries(House.ACCRUAL).size()
    def night = house.tieout('sync')

    then:
    night.json.companies[0].posted == 1
    house.entries(House.ACCRUAL).size() == before + 1
    night.json.tie_out[0].differences == 0
    nothingPostedBy('sync').json.companies[0].posted == 0
  }

  def "a line deleted after posting is named, differs by its amount, and nothing is corrected by itself"() {
    when: 'the late entry goes away again'
    def line = lateLines[0]
    house.entrataDo('delete', [id: line, basis: 'ACCRUAL', entry: true])
    def night = nothingPostedBy('sync')

    then:
    night.code == 5
    def tie = night.json.tie_out[0]
    tie.findings.findAll { it.code == 'X007' }.size() == 2
    tie.rows.findAll { it.status == 'difference' }.collect { [it.identity, it.account.take(4), it.difference] }.toSet() == [
        ['T2', '6210', '-12.34'], ['T2', '2300', '12.34'], ['T4', '6210', '12.34'], ['T4', '2300', '-12.34'],
        ['T4', 'equi', '12.34']] as Set

    when: 'and is entered again, under new ids: these are new lines'
    late('JE - #9001', 12_34)
    def again = house.tieout('sync')

    then:
    again.json.companies[0].posted == 1
    again.json.tie_out[0].rows.findAll { it.status == 'difference' }*.difference*.replace('-', '').toSet() == ['12.34'] as Set
  }

  def "a returned payment is posted as new lines; what was posted stays as it is"() {
    given:
    def before = house.entries(House.ACCRUAL)

    when:
    def ids = house.entrataDo('nsf', [payment: 70110001, date: '2026-10-28', postMonth: '2026-10']).ids
    def night = house.tieout('sync')
    def after = house.entries(House.ACCRUAL)

    then:
    night.json.companies[0].posted > 0
    after.size() == before.size() + night.json.companies[0].posted
    before.every { old -> after.any { it.Id == old.Id && it.SyncToken == old.SyncToken } }

    and: 'both the reversal and the deposit adjustment'
    def added = after.findAll { entry -> !before.any { it.Id == entry.Id } }
    added*.TxnDate.toSet() == ['2026-10-28'] as Set
    added.sum { entry -> entry.Line.sum { it.JournalEntryLineDetail.PostingType == 'Debit' ? it.Amount : 0.0 } } == 2 * 1525.00
    ids.size() >= 4

    and:
    nothingPostedBy('sync').json.companies[0].posted == 0
  }

  def "another grain posts nothing a second time; only later lines are grouped by it"() {
    when:
    house.editMapping('demo-accrual', 'grain: type', 'grain: day')
    house.publish('demo-accrual')

    then:
    nothingPostedBy('sync').json.companies[0].posted == 0

    when:
    late('JE - #9002', 55_00)
    late('JE - #9003', 66_00)
    def night = house.tieout('sync')

    then:
    night.json.companies[0].posted == 1
    night.json.companies[0].posted_total == '121.00'

    when: 'and back again'
    house.editMapping('demo-accrual', 'grain: day', 'grain: reference')
    house.publish('demo-accrual')

    then:
    nothingPostedBy('sync').json.companies[0].posted == 0

    and: 'no line of the source was ever claimed twice'
    house.tieout('verify', '--deep').code == 0
    def numbers = house.entries(House.ACCRUAL)*.DocNumber
    numbers.toSet().size() == numbers.size()
  }

  def "the judge finds every posted line standing once, whatever the source said of it later"() {
    expect:
    house.judgedClean().verdicts().posted() > 90
  }

  @Shared
  List lateLines = []

  private List late(String reference, int minor) {
    lateLines = house.entrataDo('late', [property: 510001, basis: 'ACCRUAL', postMonth: '2026-10', type: 'GJ', postDate: '2026-10-31',
        reference: reference, lines: [[account: House.LANDSCAPING, minor: minor], [account: House.ACCRUED, minor: -minor]]]).ids
  }

  private void tamper(long line, int byMinor, boolean balanced) {
    house.entrataDo('tamper', [id: line, byMinor: byMinor, basis: 'ACCRUAL', counter: balanced])
  }

  private House.Ran nothingPostedBy(String... words) {
    def writes = house.quickBooksServer.log().entries('batch').size()
    def ran = house.tieout(words)
    assert house.quickBooksServer.log().entries('batch').size() == writes
    ran
  }

  private static List untied(House.Ran ran) {
    ran.json.companies.collectMany { company -> company.rows.findAll { it.status == 'difference' } }
  }

  private static String sequence(Map document) {
    document.business_key.split('\\|')[-3]
  }
}
