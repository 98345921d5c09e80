package io.tieout.selftest.checker.reading

import static io.tieout.selftest.checker.Invariant.I1
import static io.tieout.selftest.checker.Invariant.I12
import static io.tieout.selftest.checker.Invariant.I15
import static io.tieout.selftest.checker.Invariant.I2
import static io.tieout.selftest.checker.Invariant.I21
import static io.tieout.selftest.checker.Invariant.I3
import static io.tieout.selftest.checker.Invariant.I4
import static io.tieout.selftest.checker.Invariant.I5
import static io.tieout.selftest.checker.Invariant.I6
import static io.tieout.selftest.checker.Invariant.I7
import static io.tieout.selftest.checker.Invariant.I9

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.tieout.selftest.checker.AtRest
import io.tieout.selftest.checker.Expectation
import io.tieout.selftest.checker.Invariant
import io.tieout.selftest.checker.Rules
import io.tieout.story.House
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/**
 * One real night, judged by what it left behind; then the same evidence with one thing bent, which must be named. A judge
 * that passes a bent night is no judge.
 */
class JudgeSpec extends Specification {

  @Shared
  @AutoCleanup
  House house = new House(mappings: ['demo-accrual'])

  @Shared
  Evidence night

  def setupSpec() {
    house.publish('demo-accrual')
    assert house.tieout('sync').code == 5
    night = house.evidence()
  }

  def "the night as it was"() {
    when:
    def judged = judge(night)

    then:
    judged.violations() == []
    judged.verdicts().clean()
    judged.verdicts().posted() > 60

    and: 'twice the same'
    judge(night) == judged
  }

  def "QuickBooks: #what"() {
    when:
    def judged = judge(bent(quickBooksState: edited(night.quickBooksState()) { bend.call(it.companies.find { c -> c.realm == House.ACCRUAL }) }))

    then:
    judged.violations()*.invariant() as Set == broken as Set
    sizes(judged) == verdicts

    where:
    what                         | bend                                                              || broken       | verdicts
    'an entry is gone'           | { def e = it.JournalEntry.removeLast(); it.origins.removeAll { o -> o.Id == e.Id } } || [I6, I7, I9] | [2, 0, 0]
    'an entry stands twice'      | { def e = it.JournalEntry[-1]; copy(it, e, 5) }                   || [I1, I9]     | [0, 2, 0]
    'a cent more on both sides'  | { it.JournalEntry[-1].Line*.Amount = it.JournalEntry[-1].Line[0].Amount + 0.01 } || [I6, I9] | [2, 0, 2]
    'a cent more on one side'    | { it.JournalEntry[-1].Line[0].Amount += 0.01 }                    || [I5, I6, I9] | [1, 0, 1]
    'another account'            | { it.JournalEntry[-1].Line[0].JournalEntryLineDetail.AccountRef.value = '99' } || [I6] | [1, 0, 1]
    'another day'                | { it.JournalEntry[-1].TxnDate = '2026-10-02' }                    || [I6, I15]    | [2, 0, 0]
    'another class'              | { it.JournalEntry[-1].Line[0].JournalEntryLineDetail.ClassRef.value = '99' } || [I6] | [1, 0, 1]
    'another number of ours'     | { it.JournalEntry[-1].DocNumber = 'TO' + 'Z' * 18 }               || [I2, I6, I7, I9] | [2, 0, 1]
    'a closed period'            | { it.origins.each { o -> o.lockedThrough = '2026-10-31' } }       || [I15]        | [0, 0, 0]
    'a copy made by a person'    | { copy(it, it.JournalEntry[-1], 0) }                              || []           | [0, 0, 0]
    'an entry edited by a person' | { def e = it.JournalEntry[-1]; e.Line[0].Amount += 5; it.origins.find { o -> o.Id == e.Id }.touched = true } || [] | [0, 0, 0]
  }

  def "the requests: #what"() {
    when:
    def judged = judge(bent(quickBooksLog: edited(night.quickBooksLog()) { log -> bend.call(log, log.find { it.call == 'batch' }) }))

    then:
    judged.violations()*.invariant().toSet().containsAll(broken)
    !judged.clean()

    where:
    what                           | bend                                                                       || broken
    'one batch arrived twice'      | { log, b -> log << again(log, b) }                                         || [I3]
    'its bytes are not the stored' | { log, b -> b.body = b.body.replaceFirst('"Amount":1', '"Amount":2') }     || [I4]
    'another body was announced'   | { log, b -> b.bodySha256 = '0' * 64 }                                      || [I4]
    'under another key'            | { log, b -> b.target = b.target.replaceFirst('requestid=.', 'requestid=x') } || [I3]
    'to another company'           | { log, b -> b.target = b.target.replace(House.ACCRUAL, House.CASH) }       || [Invariant.I19]
    'before the attempt'           | { log, b -> b.receivedAt = '2020-01-01T00:00:00Z' }                        || [I2]
    'an update'                    | { log, b -> log << (again(log, b) + [call: 'journalentry.update']) }       || [I21]
    'a delete in a batch'          | { log, b -> log << (again(log, b) + [body: sized(b, '"create"', '"delete"')]) } || [I21]
  }

  def "the source: #what"() {
    when:
    def judged = judge(bent(entrataState: edited(night.entrataState()) { state ->
      bend.call(state, state.ledgers.find { it.property == 510001 && it.basis == 'ACCRUAL' })
    }))

    then:
    judged.violations()*.invariant() as Set == broken as Set

    where:
    what                      | bend                                                                             || broken
    'a cent more'             | { s, l -> l.lines.find { it.postMonth == '2026-10' && it.debitMinor > 0 }.debitMinor += 1 } || [I9]
    'a line is gone'          | { s, l -> l.lines.remove(l.lines.findIndexOf { it.postMonth == '2026-10' }) }    || [I9]
    'another opening'         | { s, l -> l.openings.find { it.month == '2026-10' && it.signedMinor != 0 }.signedMinor += 1 } || [I9]
    'marked by nobody known'  | { s, l -> l.lines.find { it.exportedBy > 0 }.exportedBy = 1 }                    || [I3]
    'unmarked by a person'    | { s, l -> l.lines.find { it.exportedBy > 0 }.exportedBy = -1 }                   || []
  }

  def "the marks: #what"() {
    when:
    def judged = judge(bent(entrataLog: edited(night.entrataLog()) { log -> bend.call(log, log.find { it.call == 'markGlTransactionsExported' }) }))

    then:
    judged.violations()*.invariant() as Set == broken as Set

    where:
    what                             | bend                                                                    || broken
    'before the money stood'         | { log, m -> m.receivedAt = '2020-01-01T00:00:00Z' }                     || [I3, I7]
    'the same twice'                 | { log, m -> log << again(log, m) }                                      || [I3]
    'of a line that is held'         | { log, m -> m.body = sized(m, /"glDetailId":"\d+/, '"glDetailId":"93000065') } || [I3, I7]
    'a journal entry sent back'      | { log, m -> log << (again(log, m) + [call: 'sendJournalEntries']) }     || [I21]
  }

  def "the ledger: #what"() {
    when:
    def judged = judge(bent(export: bend.call(night.export().readLines()).join('\n') + '\n'))

    then:
    judged.violations()*.invariant().contains(I12)

    where:
    what                                | bend
    'an amount altered in an event'     | { it.collect { l -> l.contains('"POSTING_LINE"') && l.contains('"line_no":1') ? l.replaceFirst('"amount_minor":1', '"amount_minor":2') : l } }
    'a stored document altered'         | { it.collect { l -> l.contains('"posting_body"') ? l.replaceFirst('"bytes":\\{"hex":"7b', '"bytes":{"hex":"7c') : l } }
    'a memo altered'                    | { it.collect { l -> l.contains('"fact_text"') ? l.replaceFirst('"memo":"', '"memo":"x') : l } }
    'an event left out'                 | { def i = it.findIndexOf { l -> l.contains('"PLAN_MADE"') }; it.take(i) + it.drop(i + 1) }
    'a block left out with its events'  | { def i = it.findLastIndexOf { l -> l.contains('"type":"block"') && l.contains('company/') }
                                            def j = i + 1 + it.drop(i + 1).findIndexOf { l -> !l.contains('"type":"event"') }; it.take(i) + it.drop(j) }
    'a head altered'                    | { it.collect { l -> l.contains('"block_no":0') ? l.replaceFirst('"head":"[0-9a-f]{2}', '"head":"ff') : l } }
  }

  def "the witness: a head that is not on the chain, or that the key did not sign"() {
    given:
    def other = night.heads().replaceFirst(/(stream company\S+ \d+ \d+ )../, '$1ff')

    expect:
    judge(bent(heads: other)).violations()*.invariant() as Set == [I12] as Set
    judge(bent(heads: '')).violations() == []
    judge(bent(heads: 'anything')).violations()*.invariant() == [I12]

    when: 'a ledger that was cut after it was witnessed'
    def lines = night.export().readLines()
    def last = lines.findLastIndexOf { it.contains('"type":"block"') && it.contains('company/') }
    def next = last + 1 + lines.drop(last + 1).findIndexOf { !it.contains('"type":"event"') }
    def cut = judge(bent(export: (lines.take(last) + lines.drop(next)).join('\n') + '\n'))

    then:
    cut.violations().any { it.invariant() == I12 && it.place().startsWith('witnessed heads') && it.found() == 'no such block' }
  }

  def "evidence that is not whole is refused: #what"() {
    when:
    judge(bent(bend))

    then:
    def e = thrown(IllegalArgumentException)
    e.message.contains(words)

    where:
    what                            | bend                                                                          || words
    'the first requests are gone'   | [quickBooksLog: '[]']                                                         || 'from the first'
    'bodies were cut'               | [quickBooksLog: edited(night.quickBooksLog()) { it.each { r -> r.body = r.body.take(5) } }] || 'whole bodies'
    'no export'                     | [export: '{"type":"ledger","format":2}']                                      || 'format 1'
    'not JSON'                      | [entrataState: 'moved']                                                       || 'JSON'
  }

  def "what should be posted and is not counts as lost"() {
    expect:
    judge(night, Expectation.posts { it.basis() == 'accrual' && it.postMonth() == '2026-10' }).verdicts().lost().size() == 2
  }

  private Evidence bent(Map<String, String> changes) {
    new Evidence(changes.export ?: night.export(), changes.heads != null ? changes.heads : night.heads(), night.publicKey(),
        changes.quickBooksState ?: night.quickBooksState(), changes.quickBooksLog ?: night.quickBooksLog(), changes.entrataState ?: night.entrataState(),
        changes.entrataLog ?: night.entrataLog())
  }

  private static AtRest judge(Evidence evidence, Expectation expectation = Expectation.fresh()) {
    Judge.judge(evidence, Rules.standard(), expectation)
  }

  private static List<Integer> sizes(AtRest judged) {
    [judged.verdicts().lost().size(), judged.verdicts().duplicated().size(), judged.verdicts().unexpected().size()]
  }

  private static String edited(String json, Closure bend) {
    def value = new JsonSlurper().parseText(json)
    bend.call(value)
    JsonOutput.toJson(value)
  }

  private static Map again(List log, Map entry) {
    entry + [number: log*.number.max() + 1, receivedAt: '2099-01-01T00:00:00Z']
  }

  /** The body with one text for another of the same length, so that its length stays true. */
  private static String sized(Map entry, String from, String to) {
    def changed = entry.body.replaceFirst(from, to)
    assert changed != entry.body && changed.length() == entry.body.length()
    changed
  }

  private static void copy(Map company, Map entry, long madeBy) {
    company.JournalEntry << (entry + [Id: '99999'])
    company.origins << (company.origins.find { it.Id == entry.Id } + [Id: '99999', madeBy: madeBy ?: 0])
    if (madeBy) {
      company.origins[-1].madeBy = company.origins[-2].madeBy
    }
  }
}
