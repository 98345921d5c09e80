package io.tieout.selftest.checker

import static io.tieout.selftest.checker.History.line
import static io.tieout.selftest.checker.Invariant.I10
import static io.tieout.selftest.checker.Invariant.I11
import static io.tieout.selftest.checker.Invariant.I12
import static io.tieout.selftest.checker.Invariant.I13
import static io.tieout.selftest.checker.Invariant.I14
import static io.tieout.selftest.checker.Invariant.I18
import static io.tieout.selftest.checker.Invariant.I25
import static io.tieout.selftest.checker.Invariant.I8

import spock.lang.Specification

/** What the ledger says of itself: sums, legal steps, nothing lost, nothing rewritten, persons named. */
class LedgerInvariantsSpec extends Specification {

  History night = History.begun()

  def "I8: the lines of a month are not what was read: #bent"() {
    when:
    night.read('2026-11', [line('C1', '1200', 5_00, '2026-11-02'), line('C2', '4000', -5_00, '2026-11-02')], bent)

    then:
    night.check()*.invariant() == [I8]

    where:
    bent << [[debit_minor: 5_01], [credit_minor: 4_99], [lines_count: 3]]
  }

  def "I8: a line disappears from a month without a reading that says so"() {
    given:
    night.check()

    when:
    night.ofSource('FACT_ABSENCE', [fact_id: night.facts.A1.fact, snapshot_no: 9, absent: 1])

    then:
    night.check()*.invariant() == [I8]
  }

  def "I8: a planned line that is not the sum of its source lines: #bent"() {
    when:
    night.intend(['A1', 'A2'], bent)

    then:
    night.check()*.invariant() as Set == [I8] as Set

    where:
    bent << [[claim: [line_no: 1]], [claim: [line_no: 0]]]
  }

  def "I10: #what"() {
    when:
    bend.call(night)

    then:
    night.check()*.invariant().contains(I10)

    where:
    what                                 | bend
    'a version is left out'              | { it.ofSource('FACT_VERSION', [fact_id: 1] + History.version(line('A1', '1200', 150_00), '2026-10', 3)) }
    'a version of an unknown line'       | { it.ofSource('FACT_VERSION', [fact_id: 99] + History.version(line('A1', '1200', 150_00), '2026-10', 2)) }
    'a line is seen for the first twice' | { it.facts.remove('A1'); it.see(line('A1', '1200', 150_00), '2026-10', [fact_id: 1]) }
    'an unknown line is claimed'         | { it.intend(['A1', 'A2'], [claim: [fact_id: 99]]) }
    'a version that was never read'      | { it.intend(['A1', 'A2'], [claim: [version: 2]]) }
    'an attempt of an unknown document'  | { it.attempt([it.intend(['A1', 'A2'])], [item: [posting_id: 'none']]) }
    'the answer to an unknown call'      | { def d = it.intend(['A1', 'A2']); it.outcome([id: 'none'], d, 'UNKNOWN', 'UNKNOWN') }
    'a verdict on an unknown document'   | { it.verdict([id: 'none'], 'MATCHED') }
    'a posting id is used twice'         | { it.intend(['A1', 'A2']); it.intend(['B1', 'B2'], [posting_id: 'posting-1']) }
    'an attempt id is used twice'        | { def d = it.intend(['A1', 'A2']); def e = it.intend(['B1', 'B2'])
                                             it.attempt([d], [attempt_id: 'x']); it.attempt([e], [attempt_id: 'x']) }
  }

  def "I11: from #from by #how to #to: #legal"() {
    given:
    def document = night.intend(['A1', 'A2'])
    def call = null
    if (from != 'INTENT') {
      call = night.attempt([document])
      night.send(call, [stands: from in ['CONFIRMED', 'MATCHED', 'VERIFIED']])
    }
    path(from).each { step ->
      if (step[0]) {
        night.outcome(call, document, step[0], step[1])
      } else {
        night.verdict(document, step[1])
      }
    }
    if (from == 'REJECTED') {
      night.release(document)
    }
    assert !(I11 in night.check()*.invariant())

    when:
    if (how == 'verdict') {
      night.verdict(document, to)
    } else {
      night.outcome(call, document, how, to)
    }

    then:
    night.check()*.invariant().contains(I11) != legal

    where: 'nothing is answered that was not sent'
    [from, how, to] << [['INTENT', 'SENT', 'UNKNOWN', 'CONFIRMED', 'MATCHED', 'VERIFIED', 'REJECTED', 'QUARANTINED'],
        ['verdict', 'APPLIED', 'NOT_APPLIED', 'REJECTED', 'UNKNOWN'],
        ['INTENT', 'UNKNOWN', 'CONFIRMED', 'MATCHED', 'VERIFIED', 'QUARANTINED']].combinations().findAll { it[0] != 'INTENT' || it[1] == 'verdict' }
    legal = isLegal(from, how, to)
  }

  /** The table as the safety paper draws it, a third time, in the order of the picture. */
  private static boolean isLegal(String from, String how, String to) {
    def verdicts = [
        INTENT: [], SENT: ['INTENT', 'UNKNOWN', 'MATCHED', 'QUARANTINED'], UNKNOWN: ['INTENT', 'UNKNOWN', 'MATCHED', 'QUARANTINED'],
        CONFIRMED: ['CONFIRMED', 'MATCHED', 'QUARANTINED'], MATCHED: ['VERIFIED', 'QUARANTINED'], VERIFIED: ['VERIFIED', 'QUARANTINED'],
        REJECTED: ['QUARANTINED'], QUARANTINED: ['QUARANTINED', 'MATCHED']]
    how == 'verdict' ? to in verdicts[from] : from == 'SENT' && [how, to] in [['APPLIED', 'CONFIRMED'], ['APPLIED', 'MATCHED'],
        ['NOT_APPLIED', 'INTENT'], ['UNKNOWN', 'UNKNOWN']]
  }

  /** How a posting gets there: outcome and state, or no outcome for a verdict. */
  private static List<List<String>> path(String state) {
    switch (state) {
      case 'UNKNOWN': return [['UNKNOWN', 'UNKNOWN']]
      case 'CONFIRMED': return [['APPLIED', 'CONFIRMED']]
      case 'MATCHED': return [['APPLIED', 'CONFIRMED'], ['', 'MATCHED']]
      case 'VERIFIED': return [['APPLIED', 'CONFIRMED'], ['', 'MATCHED'], ['', 'VERIFIED']]
      case 'REJECTED': return [['REJECTED', 'REJECTED']]
      case 'QUARANTINED': return [['UNKNOWN', 'UNKNOWN'], ['', 'QUARANTINED']]
      default: return []
    }
  }

  def "I11: #what"() {
    when:
    bend.call(night)

    then:
    night.check()*.invariant() == [I11]

    where:
    what                                          | bend
    'a refusal that keeps its lines'              | { def d = it.intend(['A1', 'A2']); it.outcome(it.attempt([d]), d, 'REJECTED', 'REJECTED') }
    'lines given back without a refusal'          | { def d = it.intend(['A1', 'A2']); it.release(d + [lines: d.lines.take(1)]) }
    'a claim after the call was announced'        | { def d = it.intend(['A1', 'A2'], [claims_count: 2]); it.attempt([d]); it.claim(d, it.facts.B1, 1) }
    'a mark settled that was never announced'     | { it.markOutcome('A1') }
  }

  def "I11: a mark that was confirmed is sent again"() {
    given:
    night.post([night.intend(['A1', 'A2'])])
    night.marked(['A1'])

    when:
    night.markIntent('A1')

    then:
    night.check()*.invariant() == [I11]
  }

  def "I12: an event is missing, or a stream has two beginnings"() {
    when:
    bend.call(night)

    then:
    night.check()*.invariant() == [I12]

    where:
    bend << [
        { it.seqs['org/demopm'] += 1; it.ofSource('PROPERTY_SEEN', [:]) },
        { it.ofSource('GENESIS', [:]) },
    ]
  }

  def "I13: after a restart the ledger says something else, or less"() {
    given:
    def before = night.events.find { it.kind() == 'FACT_SEEN' }

    when: 'the same once more is nothing new'
    night.events.each { night.checker.accept(it) }

    then:
    night.check() == []

    when:
    night.checker.accept(new LedgerEvent(before.stream(), before.seq(), before.kind(), before.payload() + [debit_minor: 1L], 1, 1))

    then:
    night.check()*.invariant() == [I13]

    when: 'the tail was cut'
    night.checker.demandHeld(['org/demopm': 3L, ('company/' + History.COMPANY): 99L])

    then:
    night.check()*.invariant() == [I13]
  }

  def "I18: a mapping #what"() {
    given:
    def bent = new History()
    bent.publish(published)
    bent.read('2026-10', [line('A1', '1200', 150_00), line('A2', '4000', -150_00)])

    when:
    bent.intend(['A1', 'A2'], posting)

    then:
    bent.check()*.invariant() as Set == [I18] as Set

    where:
    what                               | published                  | posting
    'that its own author approved'     | [approver: 'Ana']          | [:]
    'that nobody published'            | [:]                        | [mapping_hash: 'other']
    'other than the one of the plan'   | [:]                        | [plan_id: 'none']
  }

  def "I18: one person may do where the rule of two is off"() {
    given:
    def single = new History(new Rules(Rules.standard().marker(), false, []))

    when:
    single.publish([approver: 'Ana'])

    then:
    single.check() == []
  }

  def "I25: #kind without #member"() {
    when:
    if (kind == 'MAPPING_PUBLISHED') {
      night.publish([(member): ' '])
    } else if (kind == 'OPENING_ACCEPTED') {
      night.ofCompany('OPENING_ACCEPTED', [accepted_by: 'Ana', accepted_at: 'now'], [(member): ''])
    } else if (kind == 'RECOVERY_APPROVED') {
      night.event('installation', 'RECOVERY_STARTED', [:])
      night.event('installation', 'RECOVERY_APPROVED', [approved_by: 'Ana', reason: 'r', approved_at: 'now'], [(member): ''])
    } else {
      night.decide(kind, 'A1', [(member): ''])
    }

    then:
    night.check()*.invariant() == [I25]

    where:
    kind                | member
    'HOLD'              | 'decided_by'
    'RELEASE'           | 'reason'
    'EXCLUDE'           | 'decided_at'
    'MAPPING_PUBLISHED' | 'author'
    'MAPPING_PUBLISHED' | 'reason'
    'OPENING_ACCEPTED'  | 'accepted_by'
    'RECOVERY_APPROVED' | 'approved_by'
  }
}
