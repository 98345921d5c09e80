package io.tieout.selftest.checker

import static io.tieout.selftest.checker.History.line
import static io.tieout.selftest.checker.Invariant.I3
import static io.tieout.selftest.checker.Invariant.I7
import static io.tieout.selftest.checker.Invariant.I9
import static io.tieout.selftest.checker.Invariant.L1
import static io.tieout.selftest.checker.Invariant.L2
import static io.tieout.selftest.checker.Invariant.L3

import spock.lang.Specification

/** Marks, conservation against the source's own books, liveness, and the four verdicts. */
class RestSpec extends Specification {

  History night = History.begun()

  def "I7: a line is marked whose money does not stand: #what"() {
    given:
    bend.call(night)
    night.check()

    when:
    night.markIntent('A1')

    then:
    night.check()*.invariant() == [I7]

    where:
    what                              | bend
    'nothing was posted'              | { }
    'it is only sent'                 | { def d = it.intend(['A1', 'A2']); it.send(it.attempt([d])) }
    'it is quarantined'               | { def d = it.intend(['A1', 'A2']); def c = it.attempt([d]); it.send(c); it.outcome(c, d, 'APPLIED', 'CONFIRMED'); it.verdict(d, 'QUARANTINED') }
    'an older version was posted'     | { it.post([it.intend(['A1', 'A2'])]); it.ofSource('FACT_VERSION', [fact_id: 1] + History.version(line('A1', '1200', 150_00, '2026-10-06'), '2026-10', 2)) }
    'another line has the same id'    | { it.post([it.intend(['A1', 'A2'])]); it.read('2026-10', [line('A1', '1300', 1_00)], [debit_minor: 171_00, lines_count: 5]) }
  }

  def "I7: what was right when it was announced is wrong when it is sent"() {
    given:
    def document = night.intend(['A1', 'A2'])
    night.post([document])
    night.markIntent('A1')
    night.verdict(document, 'QUARANTINED')

    when:
    night.mark(['A1'])

    then:
    night.check()*.invariant() == [I7]
  }

  def "I3: a mark that was not announced, or goes twice"() {
    given:
    night.post([night.intend(['A1', 'A2'])])

    when:
    if (announced) {
      night.markIntent('A1')
      night.mark(['A1'])
    }
    night.mark(['A1'])

    then:
    night.check()*.invariant() as Set == (announced ? [I3] : [I3, I7]) as Set

    where:
    announced << [true, false]
  }

  def "I3: a line is marked by a request that marks nothing"() {
    when:
    night.source.mark('A1', 77)

    then:
    night.check()*.invariant() == [I3]
  }

  def "I9: the ledger does not know the source's lines: #what"() {
    given:
    night.post([night.intend(['A1', 'A2'])])
    night.closeRun()

    when:
    night.source.put(line)

    then:
    night.check() == []
    night.broken(Expectation.fresh().stale()) == [] as Set
    night.broken() == [I9] as Set

    where:
    what              | line
    'a new one'       | sourced('C1', '1200', '2026-10', 1)
    'another amount'  | sourced('A1', '1200', '2026-10', 150_01)
    'another account' | sourced('A1', '1300', '2026-10', 150_00)
    'another month'   | sourced('A1', '1200', '2026-09', 150_00)
  }

  def "I9: a month of documents that is not the month of the source, by one cent on each side"() {
    given:
    def document = night.intend(['A1', 'A2'])
    def call = night.attempt([document])
    night.send(call, [document: [lines: [new Document.Line('q1200', 'D', 150_01, '1', ''), new Document.Line('q4000', 'C', 150_01, '1', '')]]])
    night.outcome(call, document, 'APPLIED', 'CONFIRMED')
    night.verdict(document, 'QUARANTINED')
    night.closeRun('partial')

    when:
    def rest = night.rest()

    then:
    rest.violations()*.invariant() == [I9]
    rest.violations()[0].expected().contains('debits 17000, credits 17000')
    rest.violations()[0].found().contains('documents (debits 15001, credits 15001)')
  }

  def "I9: an opening that is not the source's balance"() {
    given:
    def opening = { long minor ->
      def history = History.begun()
      history.ofSource('FACT_SEEN', [fact_id: 90, org: History.ORG, kind: 'opening', property: '510001', basis: 'accrual', book: '616', account: '1200',
          source_id: 'opening:2026-10', occurrence: 1] + History.version(line('', '1200', 500_00, '2026-09-30'), '2026-10', 1))
      history.source.balances << new SourceOpening(History.ORG, '510001', 'accrual', '616', '1200', '2026-10', minor)
      history.closeRun()
      history.broken()
    }

    expect:
    opening(500_00) == [] as Set
    opening(500_01) == [I9] as Set
  }

  def "L1: #state at rest"() {
    given:
    def document = night.intend(['A1', 'A2'])
    if (state != 'INTENT') {
      def call = night.attempt([document])
      if (state == 'UNKNOWN') {
        night.outcome(call, document, 'UNKNOWN', 'UNKNOWN')
      }
    }
    night.closeRun('partial')

    expect:
    night.broken() == [L1] as Set

    where:
    state << ['INTENT', 'SENT', 'UNKNOWN']
  }

  def "an unknown outcome is excused where the search cannot be trusted"() {
    given:
    def document = night.intend(['A1', 'A2'])
    night.outcome(night.attempt([document]), document, 'UNKNOWN', 'UNKNOWN')
    night.closeRun('partial')

    expect:
    night.rest(Expectation.fresh().withFailingSearch([History.COMPANY] as Set)).violations() == []
  }

  def "L1: a mark that is neither confirmed nor blocked"() {
    given:
    night.post([night.intend(['A1', 'A2'])])
    night.markIntent('A1')
    night.mark(['A1'])
    if (outcome) {
      night.markOutcome('A1', 'UNKNOWN')
    }
    night.closeRun('partial')

    expect:
    night.broken() == [L1] as Set

    where:
    outcome << [false, true]
  }

  def "L2: answered and never compared, or a line that should be posted and is not"() {
    given:
    def document = night.intend(['A1', 'A2'])
    def call = night.attempt([document])
    night.send(call)
    night.outcome(call, document, 'APPLIED', 'CONFIRMED')
    night.closeRun('partial')

    expect:
    night.broken() == [L2] as Set

    when:
    def other = History.begun()
    other.post([other.intend(['A1', 'A2'])])
    other.closeRun()
    def rest = other.rest(Expectation.posts { it.account() == '1200' })

    then:
    rest.violations()*.invariant() == [L2]
    rest.verdicts().lost().size() == 1
    rest.verdicts().lost()[0].contains('B1')
    other.broken(Expectation.posts { it.id().startsWith('A') }) == [L2] as Set
  }

  def "L3: a run without an end, an end without a run, and a clean end that is none"() {
    given:
    def document = night.intend(['A1', 'A2'])

    when:
    night.outcome(night.attempt([document]), document, 'UNKNOWN', 'UNKNOWN')
    night.closeRun('clean')

    then:
    night.check()*.invariant() == [L3]

    when:
    def open = History.begun()

    then:
    open.broken() == [L3] as Set

    when:
    open.closeRun()
    open.check()
    open.closeRun()

    then:
    open.check()*.invariant() == [L3]
  }

  def "lost: a document that is gone, and nobody took it away"() {
    given:
    def document = night.intend(['A1', 'A2'])
    night.post([document])
    night.closeRun()

    when:
    night.stand(document, [id: 'doc-1', madeBy: 1, live: false])

    then:
    night.rest().verdicts().lost().size() == 2
    !night.rest().clean()
  }

  def "unexpected: what was refused or given up stands all the same"() {
    given:
    def document = night.intend(['A1', 'A2'])
    def call = night.attempt([document])
    night.send(call)
    night.outcome(call, document, 'REJECTED', 'REJECTED')
    night.release(document)
    night.closeRun()

    expect:
    night.rest().verdicts().unexpected().size() == 2
  }

  def "duplicated: a line that was released and posted again stands twice, when the first one was there after all"() {
    given:
    def first = night.intend(['A1', 'A2'])
    def call = night.attempt([first])
    night.send(call)
    night.outcome(call, first, 'REJECTED', 'REJECTED')
    night.release(first)

    when:
    night.post([night.intend(['A1', 'A2'], [sequence: 2, claim: [ordinal: 3]])])
    night.closeRun()

    then:
    night.rest().verdicts().duplicated().size() == 2
    night.rest().verdicts().lost() == []
  }

  def "a state that changes without saying so is refused: it cannot be judged"() {
    given:
    night.post([night.intend(['A1', 'A2'])])
    night.books.all.keySet().toList().each { night.books.all.remove(it) }
    night.books.all.x = night.stand(night.postings['posting-1'])
    night.books.log.removeLast()

    when:
    night.rest()

    then:
    thrown(IllegalStateException)
  }

  private static SourceLine sourced(String id, String account, String month, long minor) {
    new SourceLine(History.ORG, '510001', 'accrual', '616', account, id, month, '2026-10-05', minor, 0, true, SourceLine.NOT_MARKED)
  }
}
