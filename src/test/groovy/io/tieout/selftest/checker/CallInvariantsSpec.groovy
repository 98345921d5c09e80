package io.tieout.selftest.checker

import static io.tieout.selftest.checker.Invariant.I14
import static io.tieout.selftest.checker.Invariant.I16
import static io.tieout.selftest.checker.Invariant.I17
import static io.tieout.selftest.checker.Invariant.I19
import static io.tieout.selftest.checker.Invariant.I20
import static io.tieout.selftest.checker.Invariant.I21
import static io.tieout.selftest.checker.Invariant.I22
import static io.tieout.selftest.checker.Invariant.I23
import static io.tieout.selftest.checker.Invariant.I3
import static io.tieout.selftest.checker.Invariant.I4

import io.tieout.selftest.checker.Request.Act
import io.tieout.selftest.checker.Request.Item
import spock.lang.Specification

/** What goes out: announced, once, the same bytes, to the right company, by one writer, and never on a guess. */
class CallInvariantsSpec extends Specification {

  History night = History.begun()
  Map document = night.intend(['A1', 'A2'])

  def "I3: a call without an attempt"() {
    when:
    night.request(Act.CREATE, [new Item('01', document.marker, document.sha)], [key: document.key, body: document.body])

    then:
    I3 in night.check()*.invariant()
  }

  def "I3: one attempt, two requests, as a library that retries by itself makes them"() {
    given:
    def call = night.attempt([document])
    night.send(call)

    when:
    night.send(call, [stands: false])

    then:
    night.check()*.invariant() == [I3]
  }

  def "I3: a call with other items than announced: #bent"() {
    given:
    def other = night.intend(['B1', 'B2'])
    night.attempt([document, other])

    when:
    night.request(Act.CREATE, items.call(document, other), [key: document.key, body: document.body])

    then:
    night.check()*.invariant() as Set == [I3] as Set

    where:
    bent            | items
    'one left out'  | { a, b -> [new Item('01', a.marker, a.sha)] }
    'turned around' | { a, b -> [new Item('01', b.marker, b.sha), new Item('02', a.marker, a.sha)] }
    'other ids'     | { a, b -> [new Item('01', a.marker, a.sha), new Item('03', b.marker, b.sha)] }
  }

  def "I4: other bytes of a document under its own marker"() {
    given:
    def call = night.attempt([document])

    when:
    night.send(call, [sha: 'other'])

    then:
    night.check()*.invariant() == [I4]
  }

  def "I4: another body than the one announced"() {
    given:
    def call = night.attempt([document])

    when:
    night.send(call, [body: 'other'])

    then:
    night.check()*.invariant() as Set == [I3, I4] as Set - I3
  }

  def "I4: sent again under #bent"() {
    given:
    def call = night.attempt([document])
    night.outcome(call, document, 'NOT_APPLIED', 'INTENT')

    when:
    night.attempt([document], more)

    then:
    night.check()*.invariant() == [I4]

    where:
    bent              | more
    'another key'     | [request_key: 'other']
    'another item id' | [item: [item_id: '07']]
  }

  def "I14: an epoch that goes down, in a block or in an attempt"() {
    given:
    night.epoch = 5
    night.openRun()

    when:
    night.epoch = epoch
    night.attempt([document], attempt)

    then:
    night.check()*.invariant() as Set == [I14] as Set

    where:
    epoch | attempt
    4     | [:]
    5     | [epoch: 4]
  }

  def "I14: what an earlier writer still had on the wire must end in a verdict"() {
    given:
    def call = night.attempt([document])
    night.closeRun('abandoned')
    night.epoch = 2
    night.openRun()

    when: 'the paused process wakes up; the lease has passed on'
    night.send(call)
    night.check()
    night.closeRun('partial')

    then:
    night.found == []
    night.broken() == [I14, Invariant.L1] as Set

    when:
    def settled = History.begun()
    def late = settled.intend(['A1', 'A2'])
    def lateCall = settled.attempt([late])
    settled.closeRun('abandoned')
    settled.epoch = 2
    settled.openRun()
    settled.send(lateCall)
    settled.verdict(late, 'MATCHED')
    settled.closeRun()

    then:
    settled.broken() == [] as Set
  }

  def "I16: sent again after silence, #why"() {
    given:
    def control = night.intend(['B1', 'B2'])
    night.post([control])
    def call = night.attempt([document])
    night.send(call, [stands: false, committed: false, answered: false])
    if (outcome) {
      night.outcome(call, document, 'UNKNOWN', 'UNKNOWN')
    }

    when:
    looks.call(night, document, control)
    if (verdict) {
      night.verdict(document, 'INTENT')
    }
    night.attempt([document])

    then:
    (night.check()*.invariant() - Invariant.I11) == [I16]

    where:
    why                               | outcome | verdict | looks
    'without a verdict'               | true    | false   | { n, d, c -> 2.times { n.look([d], [control: c.marker]) } }
    'by a process that was restarted' | false   | false   | { n, d, c -> }
    'after one look'                  | true    | true    | { n, d, c -> n.look([d], [control: c.marker]) }
    'without a control'               | true    | true    | { n, d, c -> 2.times { n.look([d]) } }
    'after searches without answer'   | true    | true    | { n, d, c -> 2.times { n.look([d], [control: c.marker, answered: false]) } }
    'although it was found'           | true    | true    | { n, d, c -> 2.times { n.look([d], [control: c.marker]) }; n.look([d], [found: 1]) }
    'without the lists'               | true    | true    | { n, d, c -> 4.times { n.request(Act.SEARCH_NUMBER, [new Item('', c.marker, '')], [found: 1]) }
                                                            2.times { n.request(Act.SEARCH_NUMBER, [new Item('', d.marker, '')]) } }
  }

  def "I16: said to be not applied, and it was stored"() {
    given:
    def call = night.attempt([document])
    night.send(call)

    when:
    night.outcome(call, document, 'NOT_APPLIED', 'INTENT')

    then:
    night.check()*.invariant() == [I16]
  }

  def "I17: something new goes out while an unknown outcome is unexamined in the run"() {
    given:
    def call = night.attempt([document])
    night.outcome(call, document, 'UNKNOWN', 'UNKNOWN')
    def next = night.intend(['B1', 'B2'])

    when:
    if (examinedBefore) {
      night.verdict(document, 'UNKNOWN')
      night.openRun()
    }
    night.attempt([next])

    then:
    night.check()*.invariant() == [I17]

    where:
    examinedBefore << [false, true]
  }

  def "I17 holds once the unknown one was looked at in this run, decided or not"() {
    given:
    def call = night.attempt([document])
    night.outcome(call, document, 'UNKNOWN', 'UNKNOWN')
    night.openRun()
    night.verdict(document, 'UNKNOWN')

    when:
    night.attempt([night.intend(['B1', 'B2'])])

    then:
    night.check() == []
  }

  def "I19: a write to a company that the ledger does not know, or another than announced"() {
    given:
    def call = night.attempt([document])

    when:
    night.send(call, [company: 'quickbooks:2', stands: false])

    then:
    I19 in night.check()*.invariant()
  }

  def "I20: sent although it is #state"() {
    given:
    def call = night.attempt([document])
    night.send(call)
    night.outcome(call, document, outcome, between)
    night.verdict(document, state)

    when:
    night.attempt([document])

    then:
    I20 in night.check()*.invariant()

    where:
    outcome   | between     | state
    'APPLIED' | 'CONFIRMED' | 'QUARANTINED'
    'UNKNOWN' | 'UNKNOWN'   | 'REJECTED'
  }

  def "I20: a request for a document that was quarantined since it was announced"() {
    given:
    def call = night.attempt([document])
    night.verdict(document, 'QUARANTINED')

    when:
    night.send(call, [stands: false])

    then:
    night.check()*.invariant() == [I20]
  }

  def "I20: a line with a #decision is planned"() {
    given:
    night.decide(decision, 'B1')

    when:
    night.intend(['B1', 'B2'])

    then:
    night.check()*.invariant() == [I20]

    where:
    decision << ['HOLD', 'EXCLUDE']
  }

  def "I21: an update or delete of anything"() {
    when:
    night.request(Act.CHANGE, [new Item('01', document.marker, '')])

    then:
    night.check()*.invariant() == [I21]
  }

  def "I22: a write before the recovery is approved: #act in the stream #stream"() {
    given:
    night.post([document])
    night.event(stream, 'RECOVERY_STARTED', [:])
    def next = night.intend(['B1', 'B2'])

    when:
    if (act == Act.MARK) {
      night.markIntent('A1')
      night.mark(['A1'])
    } else {
      night.send(night.attempt([next]))
    }

    then:
    night.check()*.invariant() == [I22]

    where:
    stream                          | act
    'installation'                  | Act.CREATE
    'installation'                  | Act.MARK
    'company/' + History.COMPANY    | Act.CREATE
  }

  def "I22: a restored ledger that writes without any recovery"() {
    given:
    def backup = night.events.toList()
    night.checker.restored(backup)

    when:
    night.send(night.attempt([document]))

    then:
    night.check()*.invariant() == [I22]
  }

  def "I23: more calls in a window than allowed"() {
    given:
    def busy = History.begun(Rules.standard().withQuotas(new Rules.Quota(false, 60_000_000, 3), new Rules.Quota(true, 60_000_000, 1)))

    when:
    3.times { busy.request(Act.READ, [], [at: 1_000_000 + it]) }

    then:
    busy.check() == []

    when:
    3.times { busy.request(Act.READ, [], [at: 61_000_002]) }

    then:
    busy.check() == []

    when: 'a fourth within a minute'
    busy.request(Act.READ, [], [at: 121_000_001])

    then:
    busy.check()*.invariant() == [I23]
  }
}
