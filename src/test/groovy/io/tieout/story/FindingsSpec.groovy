package io.tieout.story

import groovy.json.JsonOutput
import io.tieout.finding.Finding
import io.tieout.finding.FindingCode
import io.tieout.flow.Apply
import io.tieout.flow.FlowCode
import io.tieout.flow.Pull
import io.tieout.flow.Selection
import io.tieout.flow.port.Progress
import io.tieout.sandbox.entrata.EntrataOddities
import io.tieout.sandbox.entrata.LedgerHabits
import io.tieout.sandbox.entrata.Traffic
import io.tieout.tie.TieCode
import io.tieout.wiring.SettingsFile
import io.tieout.wiring.Workbench
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What the use cases find, each made to happen through the command line and the sandboxes. */
class FindingsSpec extends Specification {

  @AutoCleanup
  House house

  def "a company that no mapping names is refused with the names there are"() {
    given:
    house = new House()

    expect:
    with(only(house.tieout('plan', '--company', 'demo-acrual'), FlowCode.NO_MAPPING, 2)) {
      place == '--company demo-acrual'
      expected == 'one of demo-accrual, demo-cash'
      next.contains('mapping file')
    }
    with(only(house.tieout('mapping', 'publish', '--company', 'oak', '--author', 'Ana', '--approver', 'Ben', '--reason', 'x'), FlowCode.NO_MAPPING, 2)) {
      found == 'oak'
    }
  }

  def "an API key of another organisation reads nothing"() {
    given:
    house = new House()
    house.editMapping('demo-accrual', 'organisation: demopm', 'organisation: otherpm')

    when:
    def finding = only(house.tieout('pull', '--company', 'demo-accrual'), FlowCode.WRONG_ORGANISATION, 2)

    then:
    finding.place.contains('demo-accrual.yml, binding.organisation')
    finding.expected == 'otherpm'
    finding.found == 'demopm'
    finding.next.contains('Nothing was read')
  }

  def "a decision needs one company, and a line that is held"() {
    given:
    house = new House()

    expect:
    with(only(house.tieout('release', '1', '--reason', 'x'), FlowCode.UNKNOWN_SELECTOR, 2)) {
      expected == 'one company'
      found == 'demo-accrual, demo-cash'
      next.contains('--company')
    }
    with(only(house.tieout('exclude', '1', '--reason', 'x', '--company', 'demo-accrual'), FlowCode.LINE_NOT_FOUND, 2)) {
      place == 'exclude 1'
      expected.contains('held or excluded line')
      next.contains('tieout plan --company demo-accrual')
    }
  }

  def "plans and documents that do not exist are refused by name"() {
    given:
    house = new House()
    house.publish()

    expect:
    with(only(house.tieout('apply', 'NOSUCHPLAN'), FlowCode.PLAN_NOT_FOUND, 2)) {
      found == 'NOSUCHPLAN'
      next.contains('tieout plan')
    }
    with(only(house.tieout('explain', 'TO4K7Q2M9XD3H8W5ZR1B'), FlowCode.DOCUMENT_NOT_FOUND, 2)) {
      found == 'TO4K7Q2M9XD3H8W5ZR1B'
      next.contains('begin with TO')
    }
  }

  def "a property that the source does not have is named, and the others are read"() {
    given:
    house = new House()
    house.editMapping('demo-accrual', 'id: 510002', 'id: 519999')

    when:
    def pull = house.tieout('pull', '--company', 'demo-accrual')
    def finding = finding(pull, FlowCode.MISSING_PROPERTY)

    then:
    pull.code == 5
    finding.place.contains('property 519999 (Harbor Point Lofts)')
    finding.expected.contains('510001, 510002')
    finding.next.contains('The other properties were read')
    pull.json.scopes*.property as Set == ['510001'] as Set
  }

  def "a key that may not make a call that is needed reads nothing"() {
    given:
    house = new House()
    entrata('deny-method', [method: 'getGlTrees'])

    when:
    def finding = only(house.tieout('pull'), FlowCode.MISSING_CALL, 2)

    then:
    finding.expected == 'access to getGlTrees'
    finding.found == 'not granted'
    finding.next.contains('administrator')
  }

  def "calls that the source no longer leaves are kept for the open month, and what was left out is said"() {
    given:
    house = new House(oddities: EntrataOddities.defaults().with(Traffic.usual().withLimit('*', new Traffic.Limit(24, 0, 150))))

    when:
    def pull = house.tieout('pull')
    def finding = finding(pull, FlowCode.NOT_COVERED)

    then:
    finding.expected == 'to be read now'
    finding.found.contains('last read never')
    finding.next.contains('next time')
    pull.json.scopes.size() >= 1
  }

  def "ids that two books share are said once for each property"() {
    given:
    house = new House(oddities: EntrataOddities.defaults().with(
        new LedgerHabits(false, false, true, false, false, false, false, false, false, LedgerHabits.HalfMarked.LINES_HIDDEN, false, false)))

    when:
    def pull = house.tieout('pull')
    def shared = all(pull).findAll { it.code == FlowCode.IDS_SHARED.id() }

    then:
    shared*.place as Set == ['property 510001', 'property 510002'] as Set
    shared[0].severity == 'note'
    shared[0].next.contains('after both books are confirmed')
  }

  def "a month whose newest reading is not complete is not planned, whatever was read before"() {
    given:
    house = new House()
    house.publish()
    house.tieout('pull')
    entrata('tamper', [id: 93000001, byMinor: 1, basis: 'ACCRUAL'])
    house.tieout('pull', '--company', 'demo-accrual', '--property', '510001', '--month', '2026-10')

    when:
    def plan = house.tieout('plan', '--company', 'demo-accrual')
    def finding = finding(plan, FlowCode.SNAPSHOT_UNUSABLE)

    then:
    plan.code == 5
    finding.place.contains('510001')
    finding.expected == 'a complete reading'
    finding.next.contains('tieout pull --property 510001 --month 2026-10')
    plan.json.plans[0].documents.every { !it.toString().contains('property:510001, month:2026-10') }
  }

  def "sync stops at a guard rail, and a person may still apply the plan"() {
    given:
    house = new House()
    house.editMapping('demo-accrual', 'run-max: 500000.00', 'run-max: 1.00')
    house.publish('demo-accrual')

    when:
    def night = house.tieout('sync', '--company', 'demo-accrual')
    def finding = finding(night, FlowCode.GUARD_RAIL)

    then:
    night.code == 5
    finding.place == 'run total'
    finding.expected == 'at most 100 minor units'
    finding.next.contains('tieout apply')
    house.entries(House.ACCRUAL).empty

    when:
    def plan = house.tieout('plan', '--company', 'demo-accrual').json.plans[0].plan
    house.tieout('apply', plan)

    then:
    !house.entries(House.ACCRUAL).empty
  }

  def "a document that the target refuses is held with the target's words, and its neighbours are posted"() {
    given: 'somebody makes an account inactive between planning and posting'
    house = new House()
    house.publish('demo-accrual')
    def report = sync(at('posting') { quickBooks('deactivate-account', [realm: House.ACCRUAL, id: accountId('4110')]) })

    expect:
    report.posted().refused() > 0
    report.posted().posted() > 0
    with(found(report.posted().findings(), FlowCode.REFUSED)) {
      place().startsWith('document TO')
      expected().startsWith('to be posted on 2026-')
      found().contains('610') || found().toLowerCase().contains('inactive')
      next().contains('tieout release TO')
    }
  }

  def "an answer that differs from the plan by a cent is quarantined"() {
    given:
    house = new House()
    house.publish('demo-accrual')
    house.quickBooksServer.faults().add('batch:1:altered:amount')

    when:
    def night = house.tieout('sync', '--company', 'demo-accrual')
    def finding = finding(night, FlowCode.QUARANTINED)

    then:
    night.code == 5
    finding.place.contains('target id')
    finding.expected == 'stored as planned'
    finding.found.contains('planned')
    finding.next.contains('tieout explain TO')
  }

  def "a call whose answer was lost is unknown, blocks new postings while it cannot be looked up, and is then found"() {
    given:
    house = new House()
    house.publish('demo-accrual')
    house.quickBooksServer.faults().add('batch:1:commit-then-drop')

    when:
    def night = house.tieout('sync', '--company', 'demo-accrual')

    then:
    night.code == 3
    def lost = all(night).findAll { it.code == FlowCode.UNKNOWN_OUTCOME.id() }
    lost.size() == 1
    night.json.companies[0].unknown == 30
    with(lost[0]) {
      place.startsWith('30 documents of one call, the first TO')
      expected == 'an answer that says applied or not applied'
      next.contains('tieout resolve')
    }

    when: 'searches find nothing and do not say why'
    def posted = house.entries(House.ACCRUAL).size()
    quickBooks('settings', [silentFilter: 'JournalEntry.DocNumber'])
    def blocked = house.tieout('sync', '--company', 'demo-accrual')

    then:
    blocked.code == 3
    finding(blocked, FlowCode.UNKNOWN_BLOCKS).place == 'company demo-accrual'
    finding(blocked, FlowCode.UNKNOWN_BLOCKS).next.contains('tieout resolve')
    house.entries(House.ACCRUAL).size() == posted

    when:
    quickBooks('settings', [silentFilter: ''])
    def settled = house.tieout('resolve', '--company', 'demo-accrual')

    then:
    settled.code == 0
    house.entries(House.ACCRUAL)*.DocNumber.toSet().size() == house.entries(House.ACCRUAL).size()
  }

  def "a call that the target does not take leaves nothing behind, and the next night posts it"() {
    given:
    house = new House()
    house.publish('demo-accrual')
    house.quickBooksServer.faults().add('batch:0:unauthorized')

    when:
    def night = house.tieout('sync', '--company', 'demo-accrual')

    then:
    night.code == 3
    with(finding(night, FlowCode.NOT_SENT)) {
      place.startsWith('30 documents of one call, the first TO')
      expected == 'a call that the target takes'
      next.contains('Nothing was posted')
    }
    house.entries(House.ACCRUAL).empty

    when:
    house.quickBooksServer.faults().clear()
    house.tieout('sync', '--company', 'demo-accrual')

    then:
    !house.entries(House.ACCRUAL).empty
  }

  def "a mark that does not stand when read back is not counted as marked, and is sent again"() {
    given:
    house = new House()
    house.publish('demo-accrual')
    house.entrata.server().faults().add('markGlTransactionsExported:1:error-500')

    when:
    def night = house.tieout('sync', '--company', 'demo-accrual')

    then:
    with(finding(night, FlowCode.MARK_UNKNOWN)) {
      place.contains('5100')
      expected == 'marked as exported when read back'
      found.contains('still unmarked')
      next.contains('tieout write-back')
    }

    when:
    def again = house.tieout('write-back', '--company', 'demo-accrual')

    then:
    again.code == 0
    all(again).every { it.code != FlowCode.MARK_UNKNOWN.id() }
  }

  def "ids that stand on several lines are posted, and their marks wait"() {
    given:
    house = new House(oddities: EntrataOddities.defaults().with(LedgerHabits.usual().withHeaderIds()))
    house.publish('demo-accrual')

    when:
    def night = house.tieout('sync', '--company', 'demo-accrual')

    then:
    !house.entries(House.ACCRUAL).empty
    with(finding(night, FlowCode.MARK_HELD)) {
      expected == 'one line for each source id'
      found.contains('stand on several lines')
      next.contains('repeated-ids: header')
    }
  }

  def "a line that changed, and one that vanished, after posting are named by the tie-out"() {
    given:
    house = new House()
    house.publish('demo-accrual')
    house.tieout('sync', '--company', 'demo-accrual')

    when:
    entrata('tamper', [id: 93000001, byMinor: 1, basis: 'ACCRUAL', counter: true])
    house.tieout('pull', '--company', 'demo-accrual')
    def changed = house.tieout('tie-out', '--company', 'demo-accrual')

    then:
    changed.code == 5
    with(finding(changed, TieCode.SOURCE_CHANGED)) {
      place.contains('93000001') || found.contains('2026-10')
      !expected.blank
      !next.blank
    }

    when:
    entrata('delete', [id: 93000001, basis: 'ACCRUAL', entry: true])
    house.tieout('pull', '--company', 'demo-accrual')
    def gone = house.tieout('tie-out', '--company', 'demo-accrual')

    then:
    gone.code == 5
    finding(gone, TieCode.SOURCE_GONE).found == 'no longer in the reading'
  }

  def "a pull that is stopped keeps what it read, says what is left, and T5 says what it lacks"() {
    given:
    house = new House()
    house.publish('demo-accrual')
    def read = 0
    def stopping = new Quiet() {
      @Override
      void at(long done) {
        read = done
      }

      @Override
      boolean stopRequested() {
        read > 0
      }
    }

    when:
    def report = bench(stopping) { new Pull(it.tools()).run(Selection.all()) }

    then:
    report.scopes().size() == 1
    with(found(report.findings(), FlowCode.STOPPED_BY_PERSON)) {
      expected() == 'to be read'
      next().contains('what was read is kept')
    }

    when:
    def tie = house.tieout('tie-out', '--company', 'demo-accrual')

    then:
    with(finding(tie, TieCode.NO_SUB_LEDGER)) {
      place.startsWith('property 5100')
      found == 'none yet'
      next.contains('tieout pull')
    }
  }

  def "posting that is stopped says how many documents were not begun"() {
    given:
    house = new House()
    house.publish('demo-accrual')
    house.tieout('pull')
    def stop = false
    def stopping = new Quiet() {
      @Override
      void begin(String step, long total) {
        stop = step.startsWith('posting')
      }

      @Override
      boolean stopRequested() {
        stop
      }
    }

    when:
    def report = bench(stopping) { new Apply(it.tools()).sync('demo-accrual', Selection.all()) }

    then:
    with(found(report.posted().findings(), FlowCode.STOPPED_BY_PERSON)) {
      place() == 'posting'
      found().endsWith('documents not begun')
    }
    house.entries(House.ACCRUAL).empty
  }

  private sync(Progress progress) {
    house.tieout('pull')
    bench(progress) { new Apply(it.tools()).sync('demo-accrual', Selection.all()) }
  }

  private <T> T bench(Progress progress, Closure<T> work) {
    Workbench.open(SettingsFile.read(house.home), progress).withCloseable(work)
  }

  /** Does something by hand when a step begins. */
  private static Progress at(String step, Closure<?> deed) {
    new Quiet() {
      @Override
      void begin(String now, long total) {
        if (now.startsWith(step)) {
          deed.call()
        }
      }
    }
  }

  private String accountId(String number) {
    // The house numbers its accounts from 10 in the order of its list.
    (10 + ['1010', '1020', '1090', '1200', '1210', '2000', '2015', '2100', '2200', '2300', '3100', '3200', '4010', '4030', '4110'].indexOf(number)) as String
  }

  private void entrata(String action, Map body) {
    hand(house.entrata.server().baseUri(), action, body)
  }

  private void quickBooks(String action, Map body) {
    hand(house.quickBooksServer.baseUri(), action, body)
  }

  private static void hand(URI base, String action, Map body) {
    def request = java.net.http.HttpRequest.newBuilder(base.resolve("/_sandbox/do/$action"))
        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(JsonOutput.toJson(body))).build()
    def answer = java.net.http.HttpClient.newHttpClient().send(request, java.net.http.HttpResponse.BodyHandlers.ofString())
    assert answer.statusCode() == 200: answer.body()
  }

  /** The one finding of a command that stopped. */
  private static Map only(House.Ran ran, FindingCode code, int exit) {
    assert ran.code == exit
    assert ran.json.findings*.code == [code.id()]
    ran.json.findings[0] as Map
  }

  private static Map finding(House.Ran ran, FindingCode code) {
    def hit = all(ran).find { it.code == code.id() }
    assert hit != null: ran.toString()
    assert hit.title == code.title()
    hit
  }

  private static Finding found(List<Finding> findings, FindingCode code) {
    def hit = findings.find { it.code() == code }
    assert hit != null: findings*.text().join('\n')
    hit
  }

  /** Every finding anywhere in a command's JSON. */
  private static List<Map> all(House.Ran ran) {
    def found = []
    def walk
    walk = { node ->
      if (node instanceof Map) {
        if (node.containsKey('code') && node.containsKey('expected')) {
          found << node
        }
        node.values().each { walk.call(it) }
      } else if (node instanceof List) {
        node.each { walk.call(it) }
      }
    }
    walk.call(ran.json)
    found
  }

  static class Quiet implements Progress {
    @Override
    void begin(String step, long total) {}

    @Override
    void at(long done) {}

    @Override
    void note(String line) {}
  }
}
