package io.tieout.store.ledger

import static io.tieout.store.ledger.Books.COMPANY
import static io.tieout.store.ledger.Books.OTHER_COMPANY
import static io.tieout.store.ledger.Books.document
import static io.tieout.store.ledger.Books.intent
import static io.tieout.store.ledger.Books.scope
import static io.tieout.store.ledger.Books.snapshot

import io.tieout.fact.Basis
import io.tieout.finding.Stopped
import io.tieout.flow.port.Ledger.Attempt
import io.tieout.flow.port.Ledger.AttemptItem
import io.tieout.flow.port.Ledger.ClaimConflict
import io.tieout.flow.port.Ledger.MarkState
import io.tieout.flow.port.Ledger.Markable
import io.tieout.flow.port.Ledger.Outcome
import io.tieout.flow.port.Ledger.Verdict
import io.tieout.flow.port.Progress
import io.tieout.mapping.CompanyKey
import io.tieout.plan.Decision
import io.tieout.plan.Environment
import io.tieout.plan.FactState
import io.tieout.posting.OutcomeClass
import io.tieout.posting.PostingState
import io.tieout.store.event.LedgerCode
import io.tieout.store.event.RefusedException
import io.tieout.testing.FreshDatabase
import java.time.LocalDate
import spock.lang.Specification

abstract class LedgerPostingsSpec extends Specification {

  abstract FreshDatabase fresh()

  LedgerHome home = new LedgerHome(fresh())
  SqlLedger ledger = home.open()

  def cleanup() {
    ledger.close()
    home.close()
  }

  def "a document is kept as planned, with its bytes, claims and way through the states"() {
    given:
    def planned = document(scope(), read())

    when:
    ledger.recordIntents([intent('P1', planned)])
    def row = ledger.postings(COMPANY, [PostingState.INTENT] as Set)[0]

    then:
    row.key() == planned.key()
    row.marker() == planned.marker()
    row.totalMinor() == 150_00
    row.lines() == 2
    row.date() == LocalDate.parse('2026-10-31')
    row.intentAt() == home.clock.now()
    ledger.document(row) == planned
    ledger.document(row).contentHash() == planned.contentHash()
    new String(ledger.bytes(row)).contains(planned.marker().value())
    ledger.lines(ledger.latestComplete(scope()).get(), COMPANY)*.claimed() == [true, true]
    ledger.lines(ledger.latestComplete(scope()).get(), OTHER_COMPANY)*.claimed() == [false, false]
    with(ledger.claims(COMPANY, scope())) {
      it*.fact()*.key()*.sourceId() == ['A1', 'A2']
      it*.fact()*.signedMinor() == [150_00, -150_00]
      it*.targetAccountId() == ['11200', '14000']
      it*.state().unique() == [PostingState.INTENT]
    }

    when:
    ledger.recordAttempt(attempt('T1', ['P1']))

    then:
    state('P1') == PostingState.SENT

    when:
    ledger.recordOutcomes('T1', [outcome('P1', OutcomeClass.APPLIED, PostingState.CONFIRMED, '881')])
    ledger.recordVerdicts([new Verdict('P1', PostingState.MATCHED, Optional.of('881'), 'equal')])

    then:
    ledger.postingByTargetId(COMPANY, '881').get().postingId() == 'P1'
    ledger.postingByMarker(COMPANY, planned.marker()).get().state() == PostingState.MATCHED
    ledger.postingsDated(COMPANY, LocalDate.parse('2026-10-31'), LocalDate.parse('2026-10-31')).size() == 1
    ledger.postingsDated(COMPANY, LocalDate.parse('2026-11-01'), LocalDate.parse('2026-11-30')) == []
    with(ledger.attempts('P1')) {
      size() == 1
      it[0].attempt() == attempt('T1', ['P1'])
      it[0].outcomes() == [P1: OutcomeClass.APPLIED]
    }
    ledger.nextSequences(COMPANY) == [(planned.key().groupCanonical()): 2]
    sound()
  }

  def "a claimed line cannot be claimed again, under whatever key, and nothing of the batch is written"() {
    given:
    def lines = read([['1200', 'A1', 150_00], ['4000', 'A2', -150_00], ['1200', 'B1', 20_00], ['4000', 'B2', -20_00]])
    ledger.recordIntents([intent('P1', document(scope(), lines[0, 2]))])

    when:
    ledger.recordIntents([
      intent('P2', document(scope(), lines[1, 3], group: 'day:2026-10-05')),
      intent('P3', document(scope(), lines, group: 'month')),
    ])

    then:
    def e = thrown(ClaimConflict)
    e.message.contains('A1')
    ledger.postings(COMPANY, PostingState.values() as Set)*.postingId() == ['P1']

    when: "the same business key, other lines"
    ledger.recordIntents([intent('P4', document(scope(), lines[1, 3]))])

    then:
    thrown(ClaimConflict)

    when: "another company has claims of its own"
    ledger.recordIntents([intent('P5', document(scope(), lines, company: OTHER_COMPANY))])

    then:
    ledger.claims(OTHER_COMPANY, scope()).size() == 4
    sound()
  }

  def "a refused document gives its lines back, and they may be posted by another"() {
    given:
    def lines = read()
    ledger.recordIntents([intent('P1', document(scope(), lines))])
    ledger.recordAttempt(attempt('T1', ['P1']))

    when:
    ledger.recordOutcomes('T1', [outcome('P1', OutcomeClass.REJECTED, PostingState.REJECTED)])

    then:
    ledger.claims(COMPANY, scope()) == []
    ledger.lines(ledger.latestComplete(scope()).get(), COMPANY)*.claimed() == [false, false]

    when:
    ledger.recordIntents([intent('P2', document(scope(), lines, sequence: 2))])

    then:
    ledger.claims(COMPANY, scope())*.postingId().unique() == ['P2']
    claimsOf() == [[1, 1, 'POST', 'P1'], [1, 2, 'RELEASE', 'P1'], [1, 3, 'POST', 'P2'],
      [2, 1, 'POST', 'P1'], [2, 2, 'RELEASE', 'P1'], [2, 3, 'POST', 'P2']]
    sound()

    when:
    ledger.recordAttempt(attempt('T2', ['P1']))

    then:
    def e = thrown(IllegalStateException)
    e.message.contains('P1 is REJECTED')
    ledger.attempts('P1').size() == 1
  }

  def "a resend is an attempt of its own, with what became of each"() {
    given:
    ledger.recordIntents([intent('P1', document(scope(), read()))])
    ledger.recordAttempt(attempt('T1', ['P1']))
    ledger.recordOutcomes('T1', [outcome('P1', OutcomeClass.UNKNOWN, PostingState.UNKNOWN)])
    ledger.recordVerdicts([new Verdict('P1', PostingState.INTENT, Optional.empty(), 'absent in two looks, control seen')])

    when:
    ledger.recordAttempt(attempt('T2', ['P1'], 'T1'))
    ledger.recordOutcomes('T2', [outcome('P1', OutcomeClass.APPLIED, PostingState.CONFIRMED, '17')])

    then:
    ledger.attempts('P1')*.attempt()*.resendOf() == [Optional.empty(), Optional.of('T1')]
    ledger.attempts('P1')*.outcomes() == [[P1: OutcomeClass.UNKNOWN], [P1: OutcomeClass.APPLIED]]
    ledger.postings(COMPANY, [PostingState.CONFIRMED] as Set)*.targetId() == [Optional.of('17')]
    sound()
  }

  def "only what is confirmed may be marked, and an id with one line held is not"() {
    given:
    def lines = read([['1200', 'A1', 150_00], ['4000', 'A2', -150_00], ['1200', 'R', 20_00], ['4000', 'R', -20_00], ['1300', 'R', 1_00], ['4000', 'Z', -1_00]])
    def cash = scope('2026-10', Basis.CASH)
    ledger.store(snapshot(cash, [['1000', 'A1', 1_00], ['4000', 'C2', -1_00]]))
    ledger.recordIntents([intent('P1', document(scope(), lines.findAll { it.line().key().sourceId() in ['A1', 'A2'] }))])

    expect:
    ledger.markable(scope()) == []

    when:
    post('P1', 'T1')
    ledger.recordIntents([intent('P2', document(scope(), lines.findAll { it.line().key().sourceId() == 'R' && it.line().key().account().value() != '1300' }, sequence: 2))])
    post('P2', 'T2')

    then:
    ledger.markable(scope()) == [new Markable('A1', 1, true, false), new Markable('A2', 1, false, false)]

    when:
    ledger.recordMarkIntent('M1', scope(), ['A1', 'A2'])

    then:
    ledger.markable(scope()) == []
    ledger.marks(scope()) == [A1: MarkState.INTENT, A2: MarkState.INTENT]

    when:
    ledger.recordMarkOutcomes('M1', scope(), [A1: MarkState.MARKED, A2: MarkState.UNKNOWN], 'accepted')
    ledger.recordMarkOutcomes('M2', scope(), [A2: MarkState.MARKED], 'read back as marked')

    then:
    ledger.marks(scope()) == [A1: MarkState.MARKED, A2: MarkState.MARKED]
    ledger.marks(cash) == [:]
    sound()
  }

  def "decisions, openings, plans, mappings and runs are kept"() {
    given:
    def lines = read()
    def key = lines[0].line().key()

    when:
    ledger.recordDecision(COMPANY, [new Decision(key, Decision.Kind.HOLD, 'wait for the invoice', 'ann')])
    ledger.recordDecision(COMPANY, [new Decision(key, Decision.Kind.RELEASE, 'came', 'bob')])
    ledger.recordDecision(OTHER_COMPANY, [new Decision(key, Decision.Kind.EXCLUDE, 'not ours', 'ann')])
    ledger.recordOpeningAccepted(COMPANY, Books.PROPERTY, ['1200': 5_00L, '4000': -5_00L], 'ann')
    ledger.recordOpeningAccepted(COMPANY, Books.PROPERTY, ['1200': 7_00L], 'bob')
    ledger.recordPlan('PLAN1', COMPANY, 'a' * 64, 'b' * 64, 'c' * 64)
    ledger.recordMappingPublished(COMPANY, 'c' * 64, 'ann', 'bob', 'first')
    def run = ledger.openRun(COMPANY, LocalDate.parse('2026-11-02'), 'sync')

    then:
    ledger.decisions(COMPANY) == [new Decision(key, Decision.Kind.RELEASE, 'came', 'bob')]
    ledger.decisions(OTHER_COMPANY)*.kind() == [Decision.Kind.EXCLUDE]
    ledger.openingAccepted(COMPANY, Books.PROPERTY) == ['1200': 7_00L]
    ledger.runs(5)*.endedAt() == [Optional.empty()]

    when:
    ledger.openRun(COMPANY, LocalDate.parse('2026-11-02'), 'sync')

    then:
    def busy = thrown(Stopped)
    busy.exitCode() == 75

    when:
    ledger.closeRun(run, 'clean', [posted: '3', held: '1'])

    then:
    with(ledger.runs(5)[0]) {
      outcome() == 'clean'
      figures() == [held: '1', posted: '3']
      endedAt().present
    }
    sound()

    when: "author and approver must differ"
    ledger.recordMappingPublished(COMPANY, 'd' * 64, 'ann', 'ann', 'alone')

    then:
    thrown(RefusedException)
    sound()
  }

  def "a night is run once for each business date; runs by hand as often as wanted"() {
    when:
    ['night', 'sync', 'sync'].each { ledger.closeRun(ledger.openRun(COMPANY, LocalDate.parse('2026-11-02'), it), 'clean', [:]) }
    ledger.openRun(COMPANY, LocalDate.parse('2026-11-02'), 'night')

    then:
    def e = thrown(Stopped)
    e.findings()[0].code() == LedgerCode.NIGHT_DONE
    ledger.runs(9).size() == 3
  }

  def "a run that died with its process is closed by the next one"() {
    given:
    ledger.openRun(COMPANY, LocalDate.parse('2026-11-02'), 'sync')
    ledger.close()
    ledger = home.open()

    when:
    def next = ledger.openRun(COMPANY, LocalDate.parse('2026-11-02'), 'sync')

    then:
    next.epoch() == 2
    ledger.runs(5)*.outcome().sort() == ['', 'abandoned']
    sound()
  }

  def "postings of calls without a clear answer are remembered, in any state"() {
    given:
    def lines = read()
    ledger.recordIntents([intent('P1', document(scope(), lines))])
    def at = home.clock.now()
    ledger.recordAttempt(new Attempt('A1', COMPANY, 'key', [new AttemptItem('P1', '01')], 'hash', at, Optional.empty()))

    expect: 'no answer yet'
    ledger.doubtedSince(COMPANY, at)*.postingId() == ['P1']
    ledger.doubtedSince(COMPANY, at.plusMillis(1)) == []
    ledger.doubtedSince(OTHER_COMPANY, at) == []

    when:
    ledger.recordOutcomes('A1', [new Outcome('P1', OutcomeClass.UNKNOWN, PostingState.UNKNOWN, Optional.empty(), Optional.empty(), 'reset', '')])
    ledger.recordVerdicts([new Verdict('P1', PostingState.MATCHED, Optional.of('7'), 'found once')])

    then:
    ledger.doubtedSince(COMPANY, at)*.state() == [PostingState.MATCHED]
    !ledger.doubtedSince(COMPANY, at)[0].released()
  }

  def "a call that was answered clearly is not remembered as doubtful"() {
    given:
    ledger.recordIntents([intent('P1', document(scope(), read()))])
    def at = home.clock.now()
    ledger.recordAttempt(new Attempt('A1', COMPANY, 'key', [new AttemptItem('P1', '01')], 'hash', at, Optional.empty()))
    ledger.recordOutcomes('A1', [new Outcome('P1', OutcomeClass.REJECTED, PostingState.REJECTED, Optional.empty(), Optional.empty(), 'closed', '')])

    expect:
    ledger.doubtedSince(COMPANY, at) == []
    ledger.postings(COMPANY, [PostingState.REJECTED] as Set)*.released() == [true]
  }

  def "a document of the other environment is refused"() {
    when:
    ledger.recordIntents([intent('P1', document(scope(), read(), environment: Environment.PRODUCTION))])

    then:
    def e = thrown(Stopped)
    e.exitCode() == 2
    ledger.postings(COMPANY, PostingState.values() as Set) == []
  }

  List<FactState> read(List rows = [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]]) {
    ledger.store(snapshot(scope(), rows))
    ledger.lines(ledger.latestComplete(scope()).get(), COMPANY)
  }

  void post(String postingId, String attemptId) {
    ledger.recordAttempt(attempt(attemptId, [postingId]))
    ledger.recordOutcomes(attemptId, [outcome(postingId, OutcomeClass.APPLIED, PostingState.CONFIRMED, "T$postingId")])
    ledger.recordVerdicts([new Verdict(postingId, PostingState.MATCHED, Optional.empty(), 'equal')])
  }

  Attempt attempt(String id, List<String> postings, String resendOf = null) {
    new Attempt(id, COMPANY as CompanyKey, "KEY-${postings.join()}", postings.withIndex().collect { p, i -> new AttemptItem(p, "i$i") },
        'ef' * 32, home.clock.now(), Optional.ofNullable(resendOf))
  }

  Outcome outcome(String posting, OutcomeClass outcome, PostingState state, String target = null) {
    new Outcome(posting, outcome, state, Optional.ofNullable(target), Optional.ofNullable(target).map { '0' }, 'words', 'corr-1')
  }

  PostingState state(String postingId) {
    ledger.postings(COMPANY, PostingState.values() as Set).find { it.postingId() == postingId }.state()
  }

  List claimsOf() {
    def connection = home.database.connect()
    try {
      new groovy.sql.Sql(connection).rows('select fact_id, ordinal, act, posting_id from claim order by fact_id, ordinal')
          .collect { [it.fact_id as int, it.ordinal as int, it.act, it.posting_id] }
    } finally {
      connection.close()
    }
  }

  boolean sound() {
    assert ledger.verify(true, Progress.SILENT).faults() == []
    return true
  }
}

class SqliteLedgerPostingsSpec extends LedgerPostingsSpec {
  FreshDatabase fresh() {
    LedgerTemplates.sqlite()
  }
}

class PostgresLedgerPostingsSpec extends LedgerPostingsSpec {

  def "a process whose right to write has passed on learns it before it sends"() {
    given: 'a run, and another process that took over while this one was paused'
    def run = ledger.openRun(COMPANY, LocalDate.parse('2026-11-02'), 'sync')
    ledger.demandLease(run)
    home.sql("update writer_lease set epoch = epoch + 1")

    when:
    ledger.demandLease(run)

    then:
    def e = thrown(Stopped)
    e.findings()[0].code() == LedgerCode.LEASE_LOST
    e.exitCode() == 75

    when: 'and nothing is written any more'
    ledger.closeRun(run, 'clean', [:])

    then:
    thrown(Stopped)
  }

  FreshDatabase fresh() {
    LedgerTemplates.postgres()
  }
}
