package io.tieout.story

import io.tieout.sandbox.quickbooks.IdempotencyMode
import io.tieout.sandbox.quickbooks.QuickBooksSettings
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise

/**
 * Calls that arrive after they were proven absent, calls that never arrive, and people who mend the target: what is too
 * often in the books is found within the week and shown, and nothing is deleted or sent without a person.
 */
@Stepwise
class LateCallSpec extends Specification {

  /** No key of ours prevents a second document here. */
  static final QuickBooksSettings FORGETFUL = QuickBooksSettings.documented().withThrottles(false).withIdempotency(IdempotencyMode.IGNORES)

  @Shared
  @AutoCleanup
  House house = new House(mappings: ['demo-accrual'], quickBooks: FORGETFUL)

  def setupSpec() {
    house.publish('demo-accrual')
    assert house.tieout('sync').code in [0, 5]
  }

  def "a call that arrives after it was proven absent makes a second document; the sweep finds it"() {
    given: 'a late entry whose first call is dropped, and stored by QuickBooks an hour later'
    late(12)
    house.quickBooksServer.faults().add("batch:1:late-commit:${Duration.ofHours(1).toMillis()}")

    when:
    def lost = sync()

    then:
    lost.unknown == 1

    when: 'the next run proves it absent and sends it again'
    def again = sync()

    then:
    again.sent_again == 1
    standing(12) == 1

    when: 'the first call arrives at last'
    house.quickBooksServer.clock().advance(Duration.ofHours(2))

    then:
    standing(12) == 2

    when: 'the next night sweeps'
    def night = sync()

    then: 'the document is quarantined, the later entry is named, nothing is deleted'
    night.quarantined == 1
    def finding = night.findings.find { it.code == 'P108' }
    def extra = documents(12)*.Id*.toInteger().max()
    finding.next.contains("Delete entry ${extra}".toString())
    standing(12) == 2

    when: 'nobody did anything: it stays quarantined and is named again, and nothing is sent'
    def next = sync()

    then:
    next.quarantined == 1
    next.write_calls == 0

    when: 'a person deletes the later one'
    house.quickBooksDo('delete', [realm: House.ACCRUAL, type: 'JournalEntry', id: extra.toString()])
    def mended = sync()

    then: 'it is as planned again, and counted once'
    mended.quarantined == 0
    mended.recovered == 1
    standing(12) == 1
    sync().findings*.code.intersect(['P104', 'P108']).isEmpty()
  }

  def "after three resends a document that never arrives is given up, and its lines wait for a person"() {
    given:
    late(13)
    house.quickBooksServer.faults().add('batch:1:drop-before-commit')
    house.quickBooksServer.faults().add('batch:2:drop-before-commit')
    house.quickBooksServer.faults().add('batch:3:drop-before-commit')
    house.quickBooksServer.faults().add('batch:4:drop-before-commit')
    def before = house.quickBooksServer.log().entries('batch').size()

    expect: 'four nights, four calls, each lost'
    (1..4).every { sync().unknown == 1 }
    house.quickBooksServer.log().entries('batch').size() == before + 4

    when:
    def fifth = sync()

    then: 'nothing is sent any more; the lines are held'
    fifth.unknown == 0
    fifth.refused == 1
    fifth.write_calls == 0
    fifth.findings.any { it.code == 'P103' && it.expected.contains('4 sends') }
    standing(13) == 0

    when: 'a person releases the lines'
    def marker = fifth.findings.find { it.code == 'P103' }.place.split(' ')[1]
    house.tieout('release', marker, '--company', 'demo-accrual', '--reason', 'support saw nothing', '--by', 'Ana')
    def released = sync()

    then: 'they are posted once, by another document'
    released.posted == 1
    standing(13) == 1
  }

  def "the judge agrees: nothing is lost, doubled or unexpected in the end"() {
    when:
    def judged = house.judgedClean()

    then: 'the late call was found, the one that never arrived is no recovery'
    judged.verdicts().recovered() == 2
  }

  private Map sync() {
    house.tieout('sync', '--no-tie-out').json.companies[0]
  }

  private void late(int day) {
    def done = house.entrataDo('late', [property: 510001, basis: 'ACCRUAL', postMonth: '2026-10', type: 'GJ',
        postDate: "2026-10-${day}".toString(), reference: "JE - #9${day}".toString(),
        lines: [[account: House.LANDSCAPING, minor: 12_34], [account: House.ACCRUED, minor: -12_34]]])
    assert done.ids.size() == 2
  }

  private List documents(int day) {
    house.entries(House.ACCRUAL).findAll { it.TxnDate == "2026-10-${day}".toString() && it.Line.any { l -> l.Amount == 12.34 } }
  }

  private int standing(int day) {
    documents(day).size()
  }
}
