package io.tieout.story

import io.tieout.selftest.checker.Expectation
import io.tieout.selftest.checker.Invariant
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Whole nights through the command line, against sandboxes over real HTTP, with SQLite. */
class FirstNightSpec extends Specification {

  @AutoCleanup
  House house = new House()

  def cleanup() {
    // Whatever a night was about, an independent judge goes over all of it.
    house.judgedClean()
  }

  def "a night reads, posts once, holds the unmapped charge, marks, and ties out"() {
    given:
    house.publish()

    when:
    def night = house.tieout('sync')

    then: 'exit 5, because one charge is held in each book'
    night.code == 5
    night.json.pull.complete
    night.json.companies*.posted.every { it > 0 }
    night.json.companies.every { it.refused + it.quarantined + it.unknown + it.not_sent == 0 }

    and: 'what stands in QuickBooks is what was posted, balanced, each number once'
    def entries = house.entries(House.ACCRUAL)
    entries.size() == night.json.companies.find { it.company == 'demo-accrual' }.posted
    entries*.DocNumber.toSet().size() == entries.size()
    entries.every { entry ->
      entry.Line.sum { it.JournalEntryLineDetail.PostingType == 'Debit' ? it.Amount : -it.Amount } == 0.0
    }

    and: 'openings are dated the day before cutover'
    entries.findAll { it.TxnDate == '2026-09-30' }.size() == 2

    and: 'the held charge is the whole smallest group: 100.00 on receivables and on damage income'
    def plan = house.tieout('plan', '--company', 'demo-accrual').json.plans[0]
    plan.held*.source_id.toSet() == ['93000065', '93000066'] as Set
    plan.held_total == '100.00'
    plan.documents.isEmpty()

    and: 'sub-ledgers are no matter of a cash book, and the tie-out says so rather than "nothing compared"'
    night.json.tie_out.find { it.company == 'demo-cash' }.not_applicable*.identity == ['T5']
    night.json.tie_out.find { it.company == 'demo-accrual' }.not_applicable == []
    with(house.text('tie-out', '--company', 'demo-cash').text) {
      it =~ /(?m)^T5 .* not applicable$/
      it =~ /(?m)^T5 is not applicable: the cash book holds no receivables and payables/
      !it.contains('nothing compared')
    }

    and: 'every difference of the tie-out is zero or explained'
    night.json.tie_out*.differences.every { it == 0 }

    and: 'the judge, who knows nothing of Tieout, says that every line of the source stands once, but for the held charge'
    def judged = house.judgedClean(Expectation.posts { it.postMonth() == '2026-10' && !(it.id() in ['93000065', '93000066', '94000035', '94000036']) })
    judged.verdicts().posted() > 100
    judged.verdicts().recovered() == 0
    judged.checks().keySet().containsAll([Invariant.I1, Invariant.I2, Invariant.I3, Invariant.I4, Invariant.I5, Invariant.I6, Invariant.I7, Invariant.I9,
        Invariant.I17, Invariant.I18, Invariant.I19, Invariant.L1, Invariant.L2, Invariant.L3])
  }

  def "the same night again posts nothing and sends no write"() {
    given:
    house.publish()
    house.tieout('sync')
    def before = writes()

    when:
    def again = house.tieout('sync')

    then:
    again.json.companies*.posted == [0, 0]
    again.json.companies*.write_calls == [0, 0]
    writes() == before
  }

  def "an unmapped code is released by a rule: its money is posted once, and then nothing is held"() {
    given:
    house.publish()
    house.tieout('sync')
    def before = house.entries(House.ACCRUAL).size()

    when:
    house.editMapping('demo-accrual', '# "4190-0000": "4190"', '"4190-0000": "4190"')
    house.publish('demo-accrual')
    def night = house.tieout('sync', '--company', 'demo-accrual')

    then:
    night.code == 0
    night.json.companies[0].posted == 1
    house.entries(House.ACCRUAL).size() == before + 1
    house.tieout('plan', '--company', 'demo-accrual').json.plans[0].held == []
  }

  def "apply posts exactly the plan that was read, and refuses one that would come out differently"() {
    given:
    house.publish()
    house.tieout('pull')
    def plan = house.tieout('plan', '--company', 'demo-accrual', '--property', '510001').json.plans[0].plan
    def other = house.tieout('plan', '--company', 'demo-accrual').json.plans[0].plan

    expect:
    house.tieout('apply', plan).code == 0

    when: 'the wider plan is out of date now'
    def refused = house.tieout('apply', other)

    then:
    refused.code == 5
    refused.json.findings[0].code == 'P101'
    refused.json.findings[0].found.contains('no longer planned')
  }

  def "plan, posting and their JSON say in one line what became of every source line, and the difference is zero"() {
    given:
    house.publish()
    house.tieout('pull')

    when: 'nothing is posted yet'
    def plan = house.tieout('plan', '--company', 'demo-accrual').json.plans[0]

    then:
    plan.reconciliation == [[basis: 'accrual', opening_balances: 7, whole: true, source: sum(85, '78239.78'), posted: sum(0, '0.00'), in_flight: sum(0, '0.00'),
        to_post: sum(83, '78139.78'), held: sum(2, '100.00'), excluded: sum(0, '0.00'), not_planned_yet: sum(0, '0.00'), difference: sum(0, '0.00')]]

    when: 'posted'
    def applied = house.text('apply', plan.plan).text

    then:
    applied.contains('accrual, in USD: source 85 lines 78,239.78 (7 opening balances among them) = posted 83 lines 78,139.78 + held 2 lines 100.00' +
        ' + excluded 0 lines 0.00; difference 0.00\n')
    applied.contains("2 lines held, 100.00; why and what to do: `tieout plan --show ${plan.plan}`")

    when: 'one of the held lines is excluded by a person, the other waits alone'
    house.tieout('exclude', 'gl:4190-0000', '--company', 'demo-accrual', '--reason', 'booked by hand', '--by', 'Ana')
    def again = house.text('plan', '--company', 'demo-accrual').text

    then:
    again.contains('= posted 83 lines 78,139.78 + held 1 line 100.00 debit and 0.00 credit + excluded 1 line 0.00 debit and 100.00 credit; difference 0.00\n')
  }

  def "a plan is shown again exactly as it was, for as long as it is kept"() {
    given:
    house.publish()
    house.tieout('pull')
    def printed = house.text('plan', '--company', 'demo-accrual', '--lines').text
    def id = (printed =~ /Plan (\w+) for demo-accrual/)[0][1] as String

    when:
    house.tieout('apply', id)
    house.tieout('plan', '--company', 'demo-accrual')
    def again = house.text('plan', '--show', id, '--lines')

    then:
    again.code == 0
    again.text.startsWith(printed)
    again.text =~ /This plan was made at \d{4}-\d\d-\d\d \d\d:\d\d M[SD]T; it is applied now\./

    and: 'the same as JSON, and the newest without an id'
    with(house.tieout('plan', '--show', id).json.plans[0]) {
      it.plan == id
      it.state == 'APPLIED'
      it.documents.size() == 33
      it.documents[0].facts.every { f -> f.rule }
      it.findings*.code == ['P001']
    }
    house.tieout('plan', '--show', '--company', 'demo-accrual').json.plans*.documents == [[]]

    when: 'as a list for a spreadsheet: every line of the plan is in it, and both sides add up to the plan'
    def rows = house.csv('plan', '--show', id, '--csv')

    then:
    rows.size() == 85
    rows*.what.countBy { it } == [document: 83, held: 2]
    ['debit', 'credit'].every { side -> rows.sum { (it[side] ?: '0') as BigDecimal } == 78239.78 }

    when: 'weeks later, by another plan'
    def unapplied = house.tieout('plan', '--company', 'demo-accrual').json.plans[0].plan
    house.ageSheets(40)
    house.tieout('plan', '--company', 'demo-accrual')

    then: 'what was never applied is gone, what was applied stays'
    with(house.tieout('plan', '--show', unapplied)) {
      it.code == 2
      it.json.findings[0].code == 'C009'
      it.json.findings[0].found.contains('never applied')
    }
    house.tieout('plan', '--show', id).code == 0
  }

  def "apply asks about what it would post, and asks nothing when there is nothing to post"() {
    given:
    house.publish()
    house.tieout('pull')
    def typed = System.in
    System.in = new ByteArrayInputStream('no\n'.bytes)
    def shown = System.err
    def asked = new ByteArrayOutputStream()
    System.err = new PrintStream(asked, true)

    when:
    def refused = house.text('apply', '--company', 'demo-accrual')

    then:
    refused.code == 5
    asked.toString().contains('Post 33 documents (78,139.78 USD) to demo-accrual? [y/N]')
    writes() == 0

    when:
    house.text('apply', '--company', 'demo-accrual', '--yes')
    asked.reset()
    def empty = house.text('apply', '--company', 'demo-accrual')

    then: 'what is held still makes the exit code'
    empty.code == 5
    empty.text.contains('Nothing to post.')
    !asked.toString().contains('[y/N]')
    house.tieout('apply', '--company', 'demo-accrual').json.companies == []

    cleanup:
    System.in = typed
    System.err = shown
  }

  def "a draft may be planned and not applied"() {
    given:
    house.tieout('pull')

    when:
    def plan = house.tieout('plan', '--company', 'demo-accrual')

    then:
    !plan.json.plans[0].published

    when:
    def refused = house.tieout('apply', plan.json.plans[0].plan)

    then:
    refused.code == 2
    refused.json.findings[0].code == 'C002'
    writes() == 0
  }

  def "explain shows the tree from a document number down to source lines, rule and mapping version"() {
    given:
    house.publish()
    house.tieout('sync')
    def number = house.entries(House.ACCRUAL).find { it.TxnDate == '2026-10-09' }.DocNumber

    when:
    def tree = house.tieout('explain', number)

    then:
    tree.code == 0
    tree.json.state == 'MATCHED'
    tree.json.document.facts*.rule.every { it }
    tree.json.source_lines.every { it.mark == 'MARKED' }
    tree.json.in_target[0].startsWith('stands in the target as planned')

    and:
    house.text('explain', number).text.contains('rule: default gl-accounts')
  }

  def "verify finds the ledger whole, and the export lists every posting"() {
    given:
    house.publish()
    house.tieout('sync')

    expect:
    house.tieout('verify', '--deep').code == 0

    when:
    def file = house.home.resolve('ledger.jsonl')
    def exported = house.tieout('export', '--out', file.toString())

    then: 'JSON lines are the one format, so the option that names them may be left out'
    exported.code == 0
    file.toFile().readLines().size() > 100
    house.tieout('export', '--jsonl', '--out', house.home.resolve('again.jsonl').toString()).code == 0
  }

  def "what was not read never looks clean"() {
    given:
    house.publish()

    expect:
    house.tieout('tie-out', '--company', 'demo-accrual').code == 5
    house.tieout('tie-out', '--company', 'demo-accrual').json.companies[0].findings*.code.contains('C011')
    house.tieout('plan', '--company', 'demo-accrual', '--month', '2027-10').json.plans[0].findings*.code == ['C011']
    house.tieout('plan', '--company', 'demo-accrual', '--property', '999').json.findings[0].code == 'C005'
  }

  def "without receivables and payables the night goes on, and says what is missing"() {
    given:
    house.publish()
    house.entrata.server().faults().add('getLeaseArTransactions:0:forbidden')

    when:
    def night = house.tieout('sync', '--company', 'demo-accrual')

    then:
    night.json.pull.findings*.code.contains('F106')
    night.json.companies[0].posted > 0
    night.json.tie_out[0].differences == 0
  }

  def "a person's exclusion shows who and why, can be taken back, and never touches what is posted"() {
    given:
    house.publish()
    house.tieout('sync')
    def posted = house.entries(House.ACCRUAL)[0].DocNumber

    when:
    def refused = house.tieout('exclude', posted, '--company', 'demo-accrual', '--reason', 'no', '--by', 'Ana')

    then:
    refused.code == 2
    refused.json.findings[0].code == 'C015'

    when:
    house.tieout('exclude', 'gl:4190-0000', '--company', 'demo-accrual', '--reason', 'booked by hand', '--by', 'Ana')

    then:
    with(house.tieout('plan', '--company', 'demo-accrual').json.plans[0].excluded[0]) {
      it.by == 'Ana'
      it.reason == 'booked by hand'
      it.amount == '-100.00'
    }

    when:
    def released = house.tieout('release', 'gl:4190-0000', '--company', 'demo-accrual', '--reason', 'after all', '--by', 'Ben')

    then:
    released.code == 0
    house.tieout('plan', '--company', 'demo-accrual').json.plans[0].excluded == []
  }

  private static Map sum(int lines, String both) {
    [lines: lines, debits: both, credits: both]
  }

  private int writes() {
    house.quickBooksServer.log().entries("batch").size()
  }
}
