package io.tieout.store.ledger

import static io.tieout.store.ledger.Books.COMPANY
import static io.tieout.store.ledger.Books.ORG
import static io.tieout.store.ledger.Books.PROPERTY
import static io.tieout.store.ledger.Books.line
import static io.tieout.store.ledger.Books.scope
import static io.tieout.store.ledger.Books.snapshot
import static io.tieout.store.ledger.Books.snapshotOf

import io.tieout.fact.Basis
import io.tieout.flow.port.Progress
import io.tieout.store.event.LedgerCode
import io.tieout.testing.FreshDatabase
import java.time.Instant
import spock.lang.Specification

abstract class LedgerFactsSpec extends Specification {

  abstract FreshDatabase fresh()

  LedgerHome home = new LedgerHome(fresh())
  SqlLedger ledger = home.open()

  def cleanup() {
    ledger.close()
    home.close()
  }

  def "a complete snapshot makes its lines known, and reading it again changes nothing"() {
    given:
    def rows = [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]]

    when:
    def first = ledger.store(snapshot(scope(), rows, id: 'S1'))
    def second = ledger.store(snapshot(scope(), rows, id: 'S2'))
    def header = ledger.latestComplete(scope()).get()
    def lines = ledger.lines(header, COMPANY)

    then:
    [first.newFacts(), first.newVersions(), first.unchanged()] == [2, 0, 0]
    [second.newFacts(), second.newVersions(), second.unchanged(), second.vanished()] == [0, 0, 2, []]
    header.snapshotId() == 'S2'
    header.lines() == 2
    header.readAt() == Instant.parse('2026-11-02T03:00:00Z')
    lines*.line() == [line(scope(), '1200', 'A1', 150_00), line(scope(), '4000', 'A2', -150_00)]
    lines*.version() == [1, 1]
    !lines.any { it.claimed() }
    sound()
  }

  def "a changed amount is a new version of the same line"() {
    when:
    ledger.store(snapshot(scope(), [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]]))
    def receipt = ledger.store(snapshot(scope(), [['1200', 'A1', 175_00], ['4000', 'A2', -175_00]]))
    def lines = ledger.lines(ledger.latestComplete(scope()).get(), COMPANY)

    then:
    [receipt.newFacts(), receipt.newVersions(), receipt.unchanged()] == [0, 2, 0]
    lines*.version() == [2, 2]
    lines*.line()*.signedMinor() == [175_00, -175_00]
    sound()
  }

  def "one reading may hold a changed line and, after it, a new one"() {
    when:
    ledger.store(snapshot(scope(), [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]]))
    def receipt = ledger.store(snapshot(scope(), [['1200', 'A1', 175_00], ['4000', 'A2', -175_00], ['1200', 'B1', 20_00], ['4000', 'B2', -20_00]]))

    then:
    [receipt.newFacts(), receipt.newVersions(), receipt.unchanged()] == [2, 2, 0]
    ledger.lines(ledger.latestComplete(scope()).get(), COMPANY)*.version().sort() == [1, 1, 2, 2]
    sound()
  }

  def "a line that vanished is named at once, kept as absent, and present again when it returns"() {
    given:
    def all = [['1200', 'A1', 150_00], ['4000', 'A2', -150_00], ['1200', 'B1', 20_00], ['4000', 'B2', -20_00]]
    def few = all[0..1]
    ledger.store(snapshot(scope(), all, at: Instant.parse('2026-11-02T03:00:00Z')))

    when:
    def receipt = ledger.store(snapshot(scope(), few, at: Instant.parse('2026-11-03T03:00:00Z')))
    def again = ledger.store(snapshot(scope(), few, at: Instant.parse('2026-11-03T04:00:00Z')))
    def nextNight = ledger.store(snapshot(scope(), few, at: Instant.parse('2026-11-04T03:00:00Z')))

    then:
    receipt.vanished()*.sourceId() == ['B1', 'B2']
    again.vanished()*.sourceId() == ['B1', 'B2']
    nextNight.vanished()*.sourceId() == ['B1', 'B2']
    ledger.lines(ledger.latestComplete(scope()).get(), COMPANY)*.line()*.key()*.sourceId() == ['A1', 'A2']
    rows('select absent_snapshot_no, absent_again_snapshot_no from fact_current order by fact_id') ==
        [[0, 0], [2, 4], [0, 0], [2, 4]]
    sound()

    when:
    def back = ledger.store(snapshot(scope(), all, at: Instant.parse('2026-11-05T03:00:00Z')))

    then:
    back.unchanged() == 4
    back.vanished() == []
    ledger.lines(ledger.latestComplete(scope()).get(), COMPANY).size() == 4
    sound()
  }

  def "an unusable snapshot is kept as evidence with its totals, and moves no line"() {
    given:
    ledger.store(snapshot(scope(), [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]], id: 'GOOD'))

    when:
    def receipt = ledger.store(snapshot(scope(), [['1200', 'A1', 150_00]], id: 'BAD', complete: false))

    then:
    receipt.vanished() == []
    ledger.latestSnapshot(scope()).get().snapshotId() == 'BAD'
    !ledger.latestSnapshot(scope()).get().complete()
    ledger.latestComplete(scope()).get().snapshotId() == 'GOOD'
    ledger.accounts(ledger.latestSnapshot(scope()).get())*.number() == ['1200-0000']
    with(ledger.accounts(ledger.latestComplete(scope()).get())[0]) {
      totals().opening() == 1000
      totals().debits() == 150_00
      lineDebits() == 150_00
      lines() == 1
    }
    sound()
  }

  def "ids that repeat within a reading keep their occurrence, whatever the order of the answer"() {
    given:
    def one = [line(scope(), '1200', 'R', 10_00), line(scope(), '1200', 'R', 20_00, occurrence: 2), line(scope(), '4000', 'R', -30_00)]
    ledger.store(snapshotOf(scope(), one, repeated: ['R']))

    when:
    def other = [line(scope(), '1200', 'R', 20_00), line(scope(), '1200', 'R', 10_00, occurrence: 2), line(scope(), '4000', 'R', -30_00)]
    def receipt = ledger.store(snapshotOf(scope(), other, repeated: ['R']))
    def header = ledger.latestComplete(scope()).get()

    then:
    receipt.unchanged() == 3
    header.repeatedIds() == ['R']
    ledger.lines(header, COMPANY).collect { [it.line().key().occurrence(), it.line().signedMinor()] } ==
        [[1, 10_00], [2, 20_00], [1, -30_00]]

    when: "one of the two goes, and one changes"
    def less = ledger.store(snapshotOf(scope(), [line(scope(), '1200', 'R', 20_00), line(scope(), '4000', 'R', -20_00)]))

    then:
    less.unchanged() == 1
    less.newVersions() == 1
    less.vanished()*.occurrence() == [1]
    sound()
  }

  def "an id that stands in two months is two lines, and a line that moved to another month is one"() {
    given:
    def october = scope('2026-10')
    def november = scope('2026-11')
    ledger.store(snapshot(october, [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]]))

    when: "the same id in november while october still has it"
    def both = ledger.store(snapshot(november, [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]]))
    ledger.store(snapshot(october, [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]]))

    then:
    both.newFacts() == 2
    ledger.lines(ledger.latestComplete(october).get(), COMPANY)*.line()*.key()*.occurrence() == [1, 1]
    ledger.lines(ledger.latestComplete(november).get(), COMPANY)*.line()*.key()*.occurrence() == [2, 2]

    when: "a line leaves october and shows in december"
    ledger.store(snapshot(october, []))
    def moved = ledger.store(snapshot(scope('2026-12'), [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]]))

    then:
    moved.newFacts() == 0
    moved.newVersions() == 2
    ledger.lines(ledger.latestComplete(scope('2026-12')).get(), COMPANY)*.line()*.key()*.occurrence() == [1, 1]
    ledger.lines(ledger.latestComplete(october).get(), COMPANY) == []
    sound()
  }

  def "bases are apart, and ids that both have are known"() {
    when:
    ledger.store(snapshot(scope(), [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]]))
    ledger.store(snapshot(scope('2026-10', Basis.CASH), [['1000', 'A1', 150_00], ['4000', 'C2', -150_00]]))

    then:
    ledger.idsSharedByBases(ORG, PROPERTY) == ['A1'] as Set
    ledger.lines(ledger.latestComplete(scope()).get(), COMPANY).size() == 2
    ledger.knownScopes(ORG, PROPERTY, Basis.CASH, Books.BOOK) == [scope('2026-10', Basis.CASH)]
  }

  def "openings are facts: equal amounts change nothing, changed ones are a version, missing ones become zero"() {
    given:
    ledger.store(snapshot(scope(), [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]]))
    def fact = { String account, long amount ->
      new io.tieout.flow.port.Ledger.OpeningFact(new io.tieout.fact.FactKey(ORG, io.tieout.fact.FactKind.OPENING, PROPERTY,
          Basis.ACCRUAL, Books.BOOK, new io.tieout.fact.GlAccountId(account), 'opening:2026-10', 1), "$account-0000", "Account $account", amount)
    }

    expect:
    ledger.storeOpenings([fact('1200', 500_00), fact('4000', -500_00)])*.version() == [1, 1]
    ledger.storeOpenings([fact('1200', 500_00), fact('4000', -500_00)])*.version() == [1, 1]
    ledger.openings(scope())*.fact() == [fact('1200', 500_00), fact('4000', -500_00)]
    ledger.storeOpenings([fact('1200', 400_00)])*.version() == [2]
    ledger.openings(scope()).collect { [it.fact().accountNumber(), it.fact().signedMinor(), it.version()] } == [['', 0, 2], ['1200-0000', 400_00, 2]]
    sound()
  }

  def "properties are kept as last seen"() {
    given:
    def seen = { month -> new io.tieout.fact.SourceProperty(PROPERTY, 'Cedar Ridge', '', false, Optional.empty(), Optional.empty(), Optional.of(io.tieout.fact.PostMonth.parse(month))) }

    when:
    ledger.storeProperties(ORG, [seen('2026-10')])
    ledger.storeProperties(ORG, [seen('2026-10')])
    ledger.storeProperties(ORG, [seen('2026-11')])

    then:
    ledger.openGlMonth(ORG, PROPERTY).get().toString() == '2026-11'
    rows('select count(*) from property_seen') == [[2]]
    sound()
  }

  def "a sub-ledger reading comes back as it was read"() {
    given:
    def lease = new io.tieout.fact.LeaseLedger('880101', '7', 'Jane Doe', 75_00, [new io.tieout.fact.ArTransaction('1', '880101', '7', '45',
        'Rent', io.tieout.fact.PostMonth.parse('2026-10'), java.time.LocalDate.parse('2026-10-01'), 1500_00, 0, false, Optional.of('9'))])
    def invoice = new io.tieout.fact.ApInvoice('740104', 'INV-1', '3', 'Acme', java.time.LocalDate.parse('2026-10-02'), io.tieout.fact.PostMonth.parse('2026-10'),
        505_50, 0, true, false, Optional.empty(), [new io.tieout.fact.ApInvoiceLine('1', 'x', 505_50, 0, Optional.of(new io.tieout.fact.GlAccountId('5000')), Optional.empty())], [])
    def reading = new io.tieout.fact.SubLedgerReading(ORG, PROPERTY, [lease], [], [], [invoice], [], home.clock.now(),
        [io.tieout.finding.Finding.of(LedgerCode.NO_SUCH_LINE, 'here', 'a', 'b', 'c')])

    when:
    ledger.storeSubLedgers('SUB1', reading)
    def back = ledger.latestSubLedgers(ORG, PROPERTY).get()

    then:
    back.leases() == reading.leases()
    back.invoices() == reading.invoices()
    back.readAt() == reading.readAt()
    back.findings()*.code()*.id() == ['L013']
    back.findings()*.text() == reading.findings()*.text()
    sound()
  }

  boolean sound() {
    def verification = ledger.verify(true, Progress.SILENT)
    assert verification.faults() == []
    return true
  }

  List<List> rows(String sql) {
    def connection = home.database.connect()
    try {
      new groovy.sql.Sql(connection).rows(sql)*.values()*.toList().collect { row -> row.collect { it as long } }
    } finally {
      connection.close()
    }
  }
}

class SqliteLedgerFactsSpec extends LedgerFactsSpec {
  FreshDatabase fresh() {
    LedgerTemplates.sqlite()
  }
}

class PostgresLedgerFactsSpec extends LedgerFactsSpec {
  FreshDatabase fresh() {
    LedgerTemplates.postgres()
  }
}
