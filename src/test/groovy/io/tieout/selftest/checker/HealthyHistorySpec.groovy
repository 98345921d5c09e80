package io.tieout.selftest.checker

import static io.tieout.selftest.checker.History.COMPANY
import static io.tieout.selftest.checker.History.line

import spock.lang.Specification

/** Histories that went as they should: the judge finds nothing, and says what stands. */
class HealthyHistorySpec extends Specification {

  History night = History.begun()

  def "a night that posts, matches and marks every line"() {
    when:
    night.post([night.intend(['A1', 'A2'])])
    night.post([night.intend(['B1', 'B2'])])
    night.marked(['A1', 'A2', 'B1', 'B2'])
    night.closeRun()
    def rest = night.rest(Expectation.posts { true })

    then:
    night.found == []
    rest.violations() == []
    rest.clean()
    rest.verdicts().toString() == 'posted 4, lost 0, duplicated 0, unexpected 0, recovered 0, disturbed 0'

    and: 'it was looked at, not passed over'
    [Invariant.I1, Invariant.I2, Invariant.I3, Invariant.I4, Invariant.I5, Invariant.I6, Invariant.I7, Invariant.I8, Invariant.I9, Invariant.I10,
     Invariant.I11, Invariant.I12, Invariant.I14, Invariant.I15, Invariant.I17, Invariant.I18, Invariant.I19, Invariant.I20, Invariant.I22,
     Invariant.I25, Invariant.L1, Invariant.L2, Invariant.L3].every { rest.checks()[it] > 0 }
  }

  def "an answer was lost: the document is found, and counts as recovered"() {
    given:
    night.post([night.intend(['B1', 'B2'])])

    when:
    def lost = night.intend(['A1', 'A2'])
    def call = night.attempt([lost])
    night.send(call)
    if (answered) {
      night.outcome(call, lost, 'UNKNOWN', 'UNKNOWN')
    }
    night.check()
    night.closeRun('partial')
    night.openRun()
    night.look([lost], [found: 1])
    night.look([lost], [found: 1])
    night.verdict(lost, 'MATCHED')
    night.check()
    night.closeRun()
    def rest = night.rest()

    then:
    night.found == []
    rest.clean()
    rest.verdicts().recovered() == 2
    rest.verdicts().posted() == 4

    where: 'a time-out was recorded; the process was killed before it could record anything'
    answered << [true, false]
  }

  def "a call that never arrived is proven absent and goes again, with the same bytes, key and item ids"() {
    given:
    def control = night.intend(['B1', 'B2'])
    night.post([control])
    def lost = night.intend(['A1', 'A2'])
    def call = night.attempt([lost])
    night.outcome(call, lost, 'UNKNOWN', 'UNKNOWN')

    when:
    2.times { night.look([lost], [control: control.marker]) }
    night.verdict(lost, 'INTENT')
    night.post([lost])
    night.closeRun()

    then:
    night.found == []
    night.rest().clean()
  }

  def "a throttled call goes again at once"() {
    given:
    def document = night.intend(['A1', 'A2'])
    def call = night.attempt([document])
    night.send(call, [stands: false, committed: false, answered: false])
    night.outcome(call, document, 'NOT_APPLIED', 'INTENT')

    when:
    night.post([document])
    night.closeRun()

    then:
    night.found == []
    night.rest().clean()
  }

  def "a refused document gives its lines back, they are held, released by a person, and posted by another document"() {
    given:
    def refused = night.intend(['A1', 'A2'])
    def call = night.attempt([refused])
    night.send(call, [stands: false, committed: false])
    night.outcome(call, refused, 'REJECTED', 'REJECTED')
    night.release(refused)
    night.decide('HOLD', 'A1')
    night.decide('HOLD', 'A2')
    night.check()

    when:
    night.decide('RELEASE', 'A1')
    night.decide('RELEASE', 'A2')
    night.post([night.intend(['A1', 'A2'], [sequence: 2, claim: [ordinal: 3]])])
    night.closeRun()
    def rest = night.rest()

    then:
    night.found == []
    rest.clean()
    rest.verdicts().posted() == 2
  }

  def "a document that came back altered is quarantined, and nothing more is written for it"() {
    given:
    def document = night.intend(['A1', 'A2'])
    def call = night.attempt([document])
    night.send(call, [document: [lines: [new Document.Line('q1200', 'D', 1, '1', ''), new Document.Line('q4000', 'C', 1, '1', '')]]])
    night.outcome(call, document, 'APPLIED', 'CONFIRMED')
    night.verdict(document, 'QUARANTINED')
    night.closeRun('partial')

    expect:
    night.check() == []
    night.rest(Expectation.fresh().stale()).violations() == []
  }

  def "what a person does to our documents is not held against the bridge"() {
    given:
    def edited = night.intend(['A1', 'A2'])
    def deleted = night.intend(['B1', 'B2'])
    night.post([edited])
    night.post([deleted])
    night.marked(['A1', 'A2', 'B1', 'B2'])
    night.closeRun()

    when:
    night.stand(edited, [id: 'doc-1', madeBy: 1, touched: true, lines: [new Document.Line('q9', 'D', 7, '', '')]])
    night.stand(deleted, [id: 'doc-2', madeBy: 2, touched: true, live: false])
    night.stand(edited, [id: 'copy', madeBy: 0])
    night.stand([marker: 'OPEN-1', date: '2026-09-30', lines: [], id: 'x'], [id: 'foreign'])
    night.check()
    def rest = night.rest()

    then:
    night.found == []
    rest.violations() == []
    rest.clean()
    rest.verdicts().disturbed() == 4
  }

  def "a late call makes a second document; it is found, quarantined, and voided by a person"() {
    given:
    def control = night.intend(['B1', 'B2'])
    night.post([control])
    def document = night.intend(['A1', 'A2'])
    def first = night.attempt([document])
    def late = night.send(first, [stands: false, late: true, committed: false, answered: false])
    night.outcome(first, document, 'UNKNOWN', 'UNKNOWN')
    2.times { night.look([document], [control: control.marker]) }
    night.verdict(document, 'INTENT')
    night.post([document])

    when: 'the late one shows'
    def extra = night.stand(document, [madeBy: late.arrival()])
    night.check()
    night.verdict(document, 'QUARANTINED')
    night.closeRun('partial')

    then:
    night.found == []
    with(night.rest().verdicts()) {
      duplicated().size() == 2
    }

    when:
    night.stand(document, [id: extra.id(), madeBy: late.arrival(), touched: true, live: false])
    night.openRun()
    night.verdict(document, 'MATCHED')
    night.closeRun()
    night.check()

    then:
    night.rest(Expectation.fresh()).verdicts().clean()
  }

  def "after an old backup nothing is written until the recovery is approved, then the rebuilt ledger is judged"() {
    given:
    night.post([night.intend(['A1', 'A2'])])
    night.closeRun()
    def backup = night.events.toList()
    night.openRun()
    def after = night.intend(['B1', 'B2'])
    night.post([after])
    night.closeRun()

    when: 'the backup knows nothing of the second document'
    night.checker.restored(backup)
    night.seqs.clear()
    backup.each { night.seqs[it.stream()] = it.seq() }
    night.epoch = 2
    night.event('installation', 'RECOVERY_STARTED', [reason: 'behind its witness'])
    night.openRun()
    night.postings.remove(after.id)
    def again = night.intend(['B1', 'B2'], [marker: after.marker, posting_id: 'rebuilt'])
    night.verdict(again, 'MATCHED')
    night.closeRun()
    night.event('installation', 'RECOVERY_APPROVED', [approved_by: 'Ben', reason: 'looked', approved_at: 'now'])
    night.check()

    then:
    night.found == []
    night.rest().clean()
    night.rest().verdicts().posted() == 4
  }

  def "two months, a changed and a vanished line: what is posted stays, the difference is no violation"() {
    given:
    night.post([night.intend(['A1', 'A2'])])
    night.closeRun()

    when:
    night.ofSource('SNAPSHOT_TAKEN', [org: History.ORG, property: '510001', basis: 'accrual', book: '616', post_month: '2026-10', complete: 1,
        lines_count: 3, debit_minor: 170_00, credit_minor: 149_00])
    night.ofSource('FACT_VERSION', [fact_id: night.facts.A2.fact] + History.version(line('A2', '4000', -149_00), '2026-10', 2))
    night.ofSource('FACT_ABSENCE', [fact_id: night.facts.B2.fact, snapshot_no: 2, absent: 1])
    night.source.put(night.source.all.A2.with { new SourceLine(org(), property(), basis(), book(), account(), id(), postMonth(), postDate(), 0, 149_00, true, -1) })
    night.source.put(night.source.all.B2.with { new SourceLine(org(), property(), basis(), book(), account(), id(), postMonth(), postDate(), 0, 20_00, false, -1) })
    night.check()

    then:
    night.found == []
    night.rest().clean()
  }

  def "no call of a step is forgotten: the same history twice gives the same findings"() {
    expect:
    broken() == broken()
    !broken().empty

    where:
    x << [1]
  }

  private static List<String> broken() {
    def bad = History.begun()
    bad.post([bad.intend(['A1', 'A2'], [total_minor: 7])])
    bad.attempt([bad.postings['posting-1']])
    bad.rest().violations()*.toString()
  }
}
