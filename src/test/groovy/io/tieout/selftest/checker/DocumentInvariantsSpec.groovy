package io.tieout.selftest.checker

import static io.tieout.selftest.checker.Invariant.I1
import static io.tieout.selftest.checker.Invariant.I15
import static io.tieout.selftest.checker.Invariant.I2
import static io.tieout.selftest.checker.Invariant.I5
import static io.tieout.selftest.checker.Invariant.I6

import spock.lang.Specification

/** What stands in the target: at most once, announced, balanced, as planned, in an open period. Each history breaks one thing. */
class DocumentInvariantsSpec extends Specification {

  History night = History.begun()

  def "I1: one request made two documents"() {
    given:
    def document = night.intend(['A1', 'A2'])
    night.post([document])

    when:
    night.stand(document, [madeBy: 1])

    then:
    with(night.check()) {
      it*.invariant() == [I1]
      it[0].place().contains(document.marker)
      it[0].found().contains('doc-1') && it[0].found().contains('doc-2')
    }
    night.rest().verdicts().duplicated().size() == 2
  }

  def "I1: a source line is claimed by two documents"() {
    given:
    night.intend(['A1', 'A2'])

    when:
    night.intend(['A1', 'A2'])

    then:
    night.check()*.invariant() as Set == [I1] as Set
  }

  def "I1: two documents of one business key, or of one marker: #second"() {
    given:
    night.intend(['A1', 'A2'], [key_group: 'g'])

    when:
    night.intend(['B1', 'B2'], second)

    then:
    night.check()*.invariant() == [I1]

    where:
    second << [[key_group: 'g'], [marker: 'TO' + '0' * 17 + '1']]
  }

  def "I1: two revisions of one business key stand at once"() {
    given:
    night.post([night.intend(['A1', 'A2'], [key_group: 'g'])])

    when:
    night.post([night.intend(['B1', 'B2'], [key_group: 'g', revision: 1])])

    then:
    night.found*.invariant() == [I1]
  }

  def "I1 at rest: two documents, and the ledger does not say so"() {
    given: 'the second one came late, so it was no violation when it came'
    def document = night.intend(['A1', 'A2'])
    def first = night.attempt([document])
    def late = night.send(first, [stands: false, late: true, committed: false, answered: false])
    night.outcome(first, document, 'UNKNOWN', 'UNKNOWN')
    2.times { night.look([document]) }
    night.verdict(document, 'INTENT')
    night.post([document])
    night.stand(document, [madeBy: late.arrival()])
    night.closeRun()

    expect:
    night.check() == []
    I1 in night.broken()
  }

  def "I2: a document with our marker and no intent"() {
    given:
    night.post([night.intend(['A1', 'A2'])])

    when: 'made by a call that carried something else'
    night.stand(night.postings['posting-1'], [marker: 'TO' + 'Z' * 18, madeBy: 1])

    then:
    night.check()*.invariant() as Set == [I2] as Set
    night.rest().verdicts().unexpected().size() == 1
  }

  def "I2: a request whose document was not intended before it arrived"() {
    given:
    def document = night.intend(['A1', 'A2'])
    def call = night.attempt([document])

    when:
    night.send(call + [documents: [document + [marker: 'TO' + 'Z' * 18]]], [stands: false])

    then:
    I2 in night.check()*.invariant()
  }

  def "I5: a plan whose debits are not its credits, or that is not whole: #bent"() {
    when:
    night.intend(['A1', 'A2'], bent)

    then:
    night.check()*.invariant() == [I5]

    where:
    bent << [[total_minor: 150_01], [lines_count: 3], [claims_count: 1]]
  }

  def "I5: a document that stands unbalanced"() {
    given:
    def document = night.intend(['A1', 'A2'])
    def call = night.attempt([document])

    when:
    night.send(call, [document: [lines: [new Document.Line('q1200', 'D', 150_00, '1', ''), new Document.Line('q4000', 'C', 149_99, '1', '')]]])

    then:
    night.check()*.invariant() == [I5]
  }

  def "I6: matched, but #what"() {
    given:
    def document = night.intend(['A1', 'A2'])
    def call = night.attempt([document])
    night.send(call, [document: bent])
    night.outcome(call, document, 'APPLIED', 'CONFIRMED')

    when:
    night.verdict(document, 'MATCHED')

    then:
    night.check()*.invariant() == [I6]
    !night.rest().verdicts().clean()

    where:
    what                   | bent
    'another account'      | [lines: [entry('q1201', 'D', 150_00), entry('q4000', 'C', 150_00)]]
    'another amount'       | [lines: [entry('q1200', 'D', 150_01), entry('q4000', 'C', 150_01)]]
    'sides turned around'  | [lines: [entry('q1200', 'C', 150_00), entry('q4000', 'D', 150_00)]]
    'another class'        | [lines: [entry('q1200', 'D', 150_00, '2'), entry('q4000', 'C', 150_00)]]
    'a line more on each'  | [lines: [entry('q1200', 'D', 150_00), entry('q4000', 'C', 150_00), entry('q5', 'D', 1), entry('q5', 'C', 1)]]
  }

  def "I6: matched, and nothing stands"() {
    given:
    def document = night.intend(['A1', 'A2'])
    def call = night.attempt([document])
    night.send(call, [stands: false])
    night.outcome(call, document, 'APPLIED', 'CONFIRMED')

    when:
    night.verdict(document, 'MATCHED')

    then:
    night.check()*.invariant() == [I6]
    night.rest().verdicts().lost().size() == 2
  }

  def "I15: a document dated in a period that was closed when it was made"() {
    given:
    def document = night.intend(['A1', 'A2'])
    def call = night.attempt([document])

    when:
    night.send(call, [document: [lockedThrough: '2026-10-05']])

    then:
    night.check()*.invariant() == [I15]
  }

  def "I15: a document that stands under another date than planned"() {
    given:
    def document = night.intend(['A1', 'A2'])
    def call = night.attempt([document])

    when:
    night.send(call, [document: [date: '2026-10-06']])

    then:
    night.check()*.invariant() == [I15]
  }

  def "I15: planned on #date for a post date of #postDate: #allowed"() {
    given:
    def bent = History.begun()
    bent.see(History.line('C1', '1200', 5_00, postDate), '2026-10')
    bent.see(History.line('C2', '4000', -5_00, postDate), '2026-10')
    bent.read('2026-09', [])

    when:
    bent.intend(['C1', 'C2'], [document_date: date, purpose: purpose])

    then:
    (I15 in bent.check()*.invariant()) == !allowed

    where:
    postDate     | purpose   | date         || allowed
    '2026-10-05' | 'journal' | '2026-10-05' || true
    '2026-10-05' | 'journal' | '2026-10-31' || true
    '2026-10-05' | 'journal' | '2026-10-06' || false
    '2026-10-05' | 'journal' | '2026-11-01' || false
    '2026-11-03' | 'journal' | '2026-10-31' || true
    '2026-09-28' | 'journal' | '2026-10-01' || true
    '2026-09-28' | 'journal' | '2026-09-28' || false
    '2026-10-05' | 'carried' | '2026-11-01' || true
    '2026-10-05' | 'carried' | '2026-10-31' || false
    '2026-10-05' | 'opening' | '2026-09-30' || true
    '2026-10-05' | 'opening' | '2026-10-01' || false
  }

  private static Document.Line entry(String account, String side, long minor, String klass = '1') {
    new Document.Line(account, side, minor, klass, '')
  }
}
