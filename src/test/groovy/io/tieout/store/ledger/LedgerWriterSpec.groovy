package io.tieout.store.ledger

import static io.tieout.store.ledger.Books.scope
import static io.tieout.store.ledger.Books.snapshot

import io.tieout.finding.Stopped
import io.tieout.flow.port.Progress
import io.tieout.plan.Environment
import io.tieout.store.event.LedgerCode
import io.tieout.store.event.RefusedException
import io.tieout.testing.FreshDatabase
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import java.sql.SQLException
import java.util.concurrent.CompletionException
import spock.lang.Specification

abstract class LedgerWriterSpec extends Specification {

  abstract FreshDatabase fresh()

  LedgerHome home = new LedgerHome(fresh())
  SqlLedger ledger = home.open()

  def cleanup() {
    ledger.close()
    home.close()
  }

  def "a second process on the same ledger is told so, with exit code 75, and the first goes on"() {
    when:
    home.open()

    then:
    def e = thrown(Stopped)
    e.exitCode() == 75
    e.findings()[0].code() == LedgerCode.LEDGER_IN_USE

    when:
    ledger.store(snapshot(scope(), []))

    then:
    noExceptionThrown()
  }

  def "the first commit that fails stops the writer: nothing further is written"() {
    when:
    ledger.writer().write({ throw new SQLException('disk full', '53100', 13) } as UnitOfWork)

    then:
    def e = thrown(Stopped)
    e.exitCode() == 4
    e.message.contains('disk full')

    when:
    ledger.store(snapshot(scope(), []))

    then:
    thrown(Stopped)

    when: "a restart finds the ledger as it was"
    ledger.close()
    ledger = home.open()

    then:
    ledger.latestSnapshot(scope()).empty
    ledger.verify(true, Progress.SILENT).faults() == []
  }

  def "a unit that fails by itself writes nothing, and its neighbours in the same commit are written"() {
    given: "a slow unit, so that the others wait together"
    def gate = new java.util.concurrent.CountDownLatch(1)
    def slow = ledger.writer().submit({ gate.await(); true } as UnitOfWork)

    when:
    def futures = (1..9).collect { number ->
      ledger.writer().submit({ LedgerTransaction t ->
        t.record('company/x', Shapes.PLAN_NOTE, "PLAN${number == 6 ? 5 : number}".toString(), 'x', 'a', 'b', 'c', t.now())
        if (number == 3) {
          throw new IllegalStateException('third')
        }
        return number
      } as UnitOfWork)
    }
    gate.countDown()

    then:
    slow.join()
    futures.indexed().findAll { i, f -> i != 2 && i != 5 }.values()*.join() == [1, 2, 4, 5, 7, 8, 9]

    when:
    futures[2].join()

    then:
    def third = thrown(CompletionException)
    third.cause.message == 'third'

    when: "the sixth used the fifth's key"
    futures[5].join()

    then:
    def sixth = thrown(CompletionException)
    sixth.cause instanceof RefusedException

    and:
    ledger.verify(true, Progress.SILENT).faults() == []
    ledger.verify(true, Progress.SILENT).events() == 1 + 1 + 7
  }

  def "a unit larger than a block is committed whole, in several blocks"() {
    when:
    ledger.store(snapshot(scope(), (1..1500).collectMany { [['1200', "A$it", it], ['4000', "B$it", -it]] }))
    def verification = ledger.verify(true, Progress.SILENT)

    then:
    verification.faults() == []
    verification.streams() == 2
    verification.blocks() == 2 + 4
    verification.events() == 2 + 3000 + 4
  }

  def "append-only tables refuse change and removal"() {
    given:
    ledger.store(snapshot(scope(), [['1200', 'A1', 5], ['4000', 'A2', -5]]))
    ledger.close()
    def connection = home.database.connect()
    def tables = Shapes.ALL*.parts().flatten()*.table().unique() + ['chain_block']

    expect:
    tables.size() > 20
    tables.every { table ->
      def column = table == 'chain_block' ? 'epoch' : 'seq'
      ["update $table set $column = $column + 1", "delete from $table"].every { sql ->
        boolean empty = new groovy.sql.Sql(connection).firstRow("select count(*) as n from $table".toString()).n == 0
        try {
          connection.createStatement().withCloseable { it.executeUpdate(sql.toString()) }
          // Row triggers have nothing to refuse in an empty table.
          return empty && home.database.vendor == 'sqlite'
        } catch (SQLException e) {
          return e.message.contains('append-only')
        }
      }
    }

    cleanup:
    connection.close()
  }

  def "signed heads are appended, checked, and refuse an older ledger"() {
    given:
    ledger.store(snapshot(scope(), [['1200', 'A1', 5], ['4000', 'A2', -5]]))
    ledger.witnessHeads()
    ledger.store(snapshot(scope('2026-11'), [['1200', 'B1', 5], ['4000', 'B2', -5]]))
    ledger.witnessHeads()

    expect:
    ledger.verify(false, Progress.SILENT).faults() == []
    ledger.verify(false, Progress.SILENT).checks().any { it.startsWith('2 signed statements') }

    when: "a ledger of another life stands in its place"
    ledger.close()
    def other = new LedgerHome(fresh())
    other.open().close()
    def s = other.settings()
    SqlLedger.open(new LedgerSettings(s.url(), s.user(), s.password(), s.dataFolder(), s.environment(), Optional.of(home.keys)), home.clock, home.ids)

    then:
    def e = thrown(Stopped)
    e.exitCode() == 4
    e.findings()[0].code() == LedgerCode.BEHIND_WITNESS

    when: "someone edits the witness"
    def heads = home.keys.resolve('ledger-heads.txt')
    Files.writeString(heads, Files.readString(heads).replaceFirst(/stream org.demopm \d+/, 'stream org/demopm 7'))
    home.open()

    then:
    def edited = thrown(Stopped)
    edited.findings()[0].code() == LedgerCode.BEHIND_WITNESS

    cleanup:
    other?.close()
  }

  def "a ledger whose first event was altered is not opened"() {
    given:
    ledger.close()
    Tamper.freely(home, "update chain_block set body = ? where stream = 'installation' and block_no = 0", [new byte[40]])

    when:
    home.open()

    then:
    def e = thrown(Stopped)
    e.exitCode() == 4
    e.findings()[0].code() == LedgerCode.CHAIN_BROKEN
    e.findings()[0].place() == 'stream installation, block 0, event 1'
  }

  def "a chain cut at its end is found by the witness"() {
    given:
    ledger.store(snapshot(scope(), [['1200', 'A1', 5], ['4000', 'A2', -5]]))
    ledger.witnessHeads()
    ledger.close()

    when:
    Tamper.freely(home, "delete from chain_block where stream = 'org/demopm' and block_no = 1")
    home.open()

    then:
    def e = thrown(Stopped)
    e.message.contains('stream org/demopm, block 1')
    e.message.contains('no such block')
  }
}

class SqliteLedgerWriterSpec extends LedgerWriterSpec {
  FreshDatabase fresh() {
    LedgerTemplates.sqlite()
  }
}

class PostgresLedgerWriterSpec extends LedgerWriterSpec {
  FreshDatabase fresh() {
    LedgerTemplates.postgres()
  }

  def "another machine waits for the lease, takes it when it expired, and the sleeper writes nothing more"() {
    given:
    def other = new LedgerHome(home.database)
    ledger.store(snapshot(scope(), []))

    when:
    other.open()

    then:
    def busy = thrown(Stopped)
    busy.exitCode() == 75

    when: "the first was asleep for longer than the lease"
    Tamper.freely(home, 'update writer_lease set renewed_at_micros = 0')
    def second = other.open()
    second.store(snapshot(scope('2026-11'), []))

    and:
    ledger.store(snapshot(scope('2026-12'), []))

    then:
    def lost = thrown(Stopped)
    lost.message.contains('lease passed on')
    second.latestSnapshot(scope('2026-12')).empty
    second.verify(true, Progress.SILENT).faults() == []

    cleanup:
    second?.close()
    other.data.toFile().deleteDir()
    other.keys.toFile().deleteDir()
  }

  def "each store may have a schema of its own"() {
    given:
    def s = home.settings()
    def own = new LedgerSettings(s.url() + (s.url().contains('?') ? '&' : '?') + 'currentSchema=tieout_ledger', s.user(), s.password(), java.nio.file.Files.createTempDirectory('own'), s.environment(), Optional.empty())

    when:
    def second = SqlLedger.open(own, home.clock, home.ids)
    second.store(snapshot(scope(), []))

    then:
    second.latestSnapshot(scope()).present
    ledger.latestSnapshot(scope()).empty

    cleanup:
    second?.close()
    own.dataFolder().toFile().deleteDir()
  }
}
