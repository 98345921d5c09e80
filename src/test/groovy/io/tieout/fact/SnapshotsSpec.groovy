package io.tieout.fact

import static io.tieout.fact.Readings.account
import static io.tieout.fact.Readings.balanced
import static io.tieout.fact.Readings.line
import static io.tieout.fact.Readings.reading

import io.tieout.finding.Category
import io.tieout.finding.Finding
import io.tieout.finding.FindingCode
import io.tieout.finding.Severity
import spock.lang.Specification

class SnapshotsSpec extends Specification {

  def "a reading that holds is complete"() {
    when:
    def snapshot = Snapshots.judge('S1', reading(balanced()), [:])

    then:
    snapshot.complete()
    snapshot.snapshotId() == 'S1'
    snapshot.findings() == []
    snapshot.repeatedIds() == []
  }

  def "only errors make a reading unusable, its own as well as those of T1"() {
    given:
    def finding = Finding.of(code(severity), 'place', 'expected', 'found', 'next')

    expect:
    Snapshots.judge('S1', reading(balanced(), [finding]), previous).complete() == complete

    where:
    severity         | previous                           || complete
    Severity.ERROR   | [:]                                || false
    Severity.WARNING | [:]                                || true
    Severity.NOTE    | [:]                                || true
    Severity.NOTE    | [(new GlAccountId('1010')): 1L]    || false
    Severity.NOTE    | [(new GlAccountId('1010')): 2500000L] || true
  }

  def "ids on several lines are named, over all accounts, and do not make the month unusable"() {
    given:
    def accounts = [
      account('1010', 0, [line(id: 'H1', account: '1010', debit: 100), line(id: 'H1', account: '1010', debit: 50),
                          line(id: 'H2', account: '1010', debit: 7)]),
      account('4010', 0, [line(id: 'H2', account: '4010', credit: 157)])]

    when:
    def snapshot = Snapshots.judge('S1', reading(accounts), [:])

    then:
    snapshot.repeatedIds() == ['H1', 'H2']
    snapshot.complete()
    snapshot.findings()*.code() == [FactCode.IDS_REPEATED]
    snapshot.findings()[0].found() == '2 ids stand on several lines: H1, H2'
  }

  def "a long list of repeated ids is shortened in the message"() {
    given:
    def ids = (1..7).collect { "H$it" as String }
    def accounts = [account('1010', 0, ids.collect { line(id: it, account: '1010', debit: 1) }),
                    account('4010', 0, ids.collect { line(id: it, account: '4010', credit: 1) })]

    expect:
    Snapshots.judge('S1', reading(accounts), [:]).findings()[0].found() ==
        '7 ids stand on several lines: H1, H2, H3, H4, H5, ...'
  }

  private static FindingCode code(Severity wanted) {
    new FindingCode() {
      String id() { 'S999' }
      Category category() { Category.SOURCE_DATA }
      Severity severity() { wanted }
      String title() { 'of a spec' }
    }
  }
}
