package io.tieout.store.ledger

import static io.tieout.store.ledger.Books.COMPANY
import static io.tieout.store.ledger.Books.document
import static io.tieout.store.ledger.Books.intent
import static io.tieout.store.ledger.Books.scope
import static io.tieout.store.ledger.Books.snapshot

import io.tieout.finding.Stopped
import io.tieout.plan.Environment
import io.tieout.store.event.LedgerCode
import io.tieout.store.sql.StoreCode
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import java.time.LocalDate
import spock.lang.Specification

/** When a ledger must not be opened, read or written, and how it says so. */
class LedgerOpeningSpec extends Specification {

  LedgerHome home = new LedgerHome(LedgerTemplates.sqlite())

  def cleanup() {
    home.close()
  }

  def "a second process is turned away at once, and finds the ledger free afterwards"() {
    given:
    def first = home.open()

    when:
    home.open()

    then:
    def stopped = thrown(Stopped)
    with(stopped.findings()[0]) {
      code() == LedgerCode.LEDGER_IN_USE
      place() == home.data.resolve('ledger.lock').toString()
      expected().contains('no other process')
      found().contains('lock')
      next().contains('wait')
    }
    stopped.exitCode() == 75

    when:
    first.close()
    home.open().close()

    then:
    noExceptionThrown()
  }

  def "a sandbox ledger is never opened for production, nor takes a document of it"() {
    given:
    def ledger = home.open()
    ledger.store(snapshot(scope(), [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]]))
    def lines = ledger.lines(ledger.latestComplete(scope()).get(), COMPANY)

    when:
    ledger.recordIntents([intent('P1', document(scope(), lines, environment: Environment.PRODUCTION))])

    then:
    def fault6 = thrown(Stopped)
    fault6.findings()[0].code() == LedgerCode.OTHER_ENVIRONMENT
    fault6.findings()[0].place().startsWith('document ')

    when:
    ledger.close()
    home.open(Environment.PRODUCTION)

    then:
    def fault1 = thrown(Stopped)
    with(fault1.findings()[0]) {
      code() == LedgerCode.OTHER_ENVIRONMENT
      expected() == Environment.PRODUCTION.code()
      found() == Environment.SANDBOX.code()
      next().contains('for ever')
    }
  }

  def "one run of a company at a time, until it is closed"() {
    given:
    def ledger = home.open()
    def run = ledger.openRun(COMPANY, LocalDate.parse('2026-11-02'), 'sync')

    when:
    ledger.openRun(COMPANY, LocalDate.parse('2026-11-02'), 'apply')

    then:
    def stopped = thrown(Stopped)
    with(stopped.findings()[0]) {
      code() == LedgerCode.RUN_IN_PROGRESS
      place() == "company $COMPANY"
      found().contains(run.runId()) && found().contains('sync')
    }
    stopped.exitCode() == 75

    when:
    ledger.closeRun(run, 'clean', [:])
    ledger.openRun(COMPANY, LocalDate.parse('2026-11-02'), 'apply')

    then:
    noExceptionThrown()

    cleanup:
    ledger.close()
  }

  def "a key file that others can read, is no key, or lies beside the data stops the start"() {
    given:
    home.open().close()
    def key = home.keys.resolve('ledger-signing.key')
    damage.call(key)

    when:
    home.open()

    then:
    def fault2 = thrown(Stopped)
    with(fault2.findings()[0]) {
      code() == LedgerCode.KEY_FILE
      place() == key.toString()
      found().contains(what)
      !next().blank
    }

    where:
    damage << [{ Files.setPosixFilePermissions(it, PosixFilePermissions.fromString('rw-r--r--')) }, { Files.writeString(it, 'no key') }]
    what << ['rw-r--r--', '']
  }

  def "a ledger put back from an old backup is not posted from"() {
    given: 'a backup, then a night whose heads are witnessed'
    def ledger = home.open()
    ledger.store(snapshot(scope(), [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]]))
    ledger.close()
    def file = home.database.url.replace('jdbc:sqlite:', '').replaceAll(/\?.*/, '')
    def backup = Files.copy(java.nio.file.Path.of(file), home.data.resolve('backup.db'))
    ledger = home.open()
    ledger.store(snapshot(scope('2026-11'), [['1200', 'B1', 20_00], ['4000', 'B2', -20_00]]))
    ledger.witnessHeads()
    ledger.close()

    when:
    Files.copy(backup, java.nio.file.Path.of(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING)
    home.open()

    then:
    def fault3 = thrown(Stopped)
    with(fault3.findings()[0]) {
      code() == LedgerCode.BEHIND_WITNESS
      code().category().exitCode() == 4
      place() == 'the ledger and its file of signed heads'
      next().contains('do not post from this ledger')
    }
  }

  def "after a commit that failed nothing further is written"() {
    given:
    def there = new LedgerHome(LedgerTemplates.postgres())
    def ledger = there.open()
    there.database.connect().withCloseable { it.createStatement().execute('drop table run_current cascade') }

    when:
    ledger.openRun(COMPANY, LocalDate.parse('2026-11-02'), 'sync')

    then:
    thrown(Stopped)

    when:
    ledger.store(snapshot(scope(), [['1200', 'A1', 150_00], ['4000', 'A2', -150_00]]))

    then:
    def fault4 = thrown(Stopped)
    with(fault4.findings()[0]) {
      code() == LedgerCode.COMMIT_FAILED
      code().category().exitCode() == 4
      place() == 'ledger'
      found().contains('run_current')
      next().contains('start again')
    }

    cleanup:
    ledger.close()
    there.close()
  }

  def "a ledger that cannot be read says so, and nothing was changed"() {
    given:
    def there = new LedgerHome(LedgerTemplates.postgres())
    def ledger = there.open()
    there.database.connect().withCloseable { it.createStatement().execute('drop table run cascade') }

    when:
    ledger.runs(5)

    then:
    def fault5 = thrown(Stopped)
    with(fault5.findings()[0]) {
      code() == LedgerCode.READ_FAILED
      code().category().exitCode() == 3
      found().contains('run')
      next().contains('nothing was changed')
    }

    cleanup:
    ledger.close()
    there.close()
  }

  def "a data folder that cannot be made is said with its place"() {
    given:
    def file = Files.writeString(home.data.resolve('a-file'), '')
    def settings = new LedgerSettings(home.database.url, '', '', file.resolve('data'), Environment.SANDBOX, Optional.of(home.keys))

    when:
    SqlLedger.open(settings, home.clock, home.ids)

    then:
    def fault7 = thrown(Stopped)
    fault7.findings()[0].code() == StoreCode.CANNOT_OPEN
    fault7.findings()[0].next().contains('data folder')
  }

  def "nobody can decide about a line that was never read"() {
    given:
    def ledger = home.open()
    def key = Books.line(scope(), '1200', 'A1', 150_00).key()

    when:
    ledger.recordDecision(COMPANY, [new io.tieout.plan.Decision(key, io.tieout.plan.Decision.Kind.EXCLUDE, 'not ours', 'Ana')])

    then:
    def fault = thrown(Stopped)
    with(fault.findings()[0]) {
      code() == LedgerCode.NO_SUCH_LINE
      code().category().exitCode() == 2
      place() == "line $key"
      expected() == 'a line that was read before'
      next().contains('pull')
    }

    cleanup:
    ledger.close()
  }
}
