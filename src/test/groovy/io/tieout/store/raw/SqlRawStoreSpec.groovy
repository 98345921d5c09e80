package io.tieout.store.raw

import io.tieout.finding.Stopped
import io.tieout.flow.port.RunClock
import io.tieout.testing.FreshDatabase
import io.tieout.testing.Databases
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import spock.lang.Specification

abstract class SqlRawStoreSpec extends Specification {

  abstract FreshDatabase fresh()

  FreshDatabase database = fresh()
  RunClock clock = new RunClock() {
    Instant now() { Instant.parse('2026-11-02T03:00:00Z') }

    LocalDate businessDate() { LocalDate.parse('2026-11-02') }

    long monotonicNanos() { 0 }

    void sleep(Duration duration) {}
  }
  SqlRawStore store = SqlRawStore.open(database.url, database.user, database.password, clock)

  def cleanup() {
    store.close()
    database.close()
  }

  def "an answer comes back byte for byte under its hash, and a second save of it adds nothing"() {
    given:
    def hash = store.save('entrata', 'getGlTransactions r1', '{"a": 1}'.bytes)

    expect:
    store.save('entrata', 'getGlTransactions r1', '{"a": 1}'.bytes) == hash
    new String(store.find(hash).get()) == '{"a": 1}'
    store.find('00').empty
  }

  def "purging forgets answers and not what is newer"() {
    given:
    def hash = store.save('entrata', 'getGlTransactions r1', 'old'.bytes)

    expect:
    store.purge(Instant.parse('2026-11-02T03:00:00Z')) == 0
    store.purge(Instant.parse('2026-11-02T03:00:01Z')) == 1
    store.find(hash).empty
  }

  def "a saved answer that was altered is not given out"() {
    given:
    def hash = store.save('entrata', 'getGlTransactions r1', 'one'.bytes)
    def other = store.save('entrata', 'getGlTransactions r1', 'two'.bytes)
    change("delete from raw_answer where sha256 = '$hash'")
    change("update raw_answer set sha256 = '$hash' where sha256 = '$other'")

    when:
    store.find(hash)

    then:
    def stopped = thrown(Stopped)
    with(stopped.findings()[0]) {
      code() == RawCode.ANSWER_DAMAGED
      place() == "saved answer $hash"
      expected() == hash
      found() == other
      next().contains('pull')
    }
    stopped.exitCode() == 4
  }

  def "a store that cannot be written stops the work: nothing is used that could not be kept"() {
    given:
    change('drop table raw_answer')

    when:
    store.save('entrata', 'getGlTransactions r1', 'one'.bytes)

    then:
    def stopped = thrown(Stopped)
    with(stopped.findings()[0]) {
      code() == RawCode.STORE_FAILED
      place() == 'store of saved answers'
      found().contains('raw_answer')
      next().contains('disk')
    }
    stopped.exitCode() == 4
  }

  private void change(String sql) {
    database.connect().withCloseable { it.createStatement().execute(sql) }
  }
}

class SqliteSqlRawStoreSpec extends SqlRawStoreSpec {
  FreshDatabase fresh() {
    Databases.sqlite()
  }
}

class PostgresSqlRawStoreSpec extends SqlRawStoreSpec {
  FreshDatabase fresh() {
    Databases.postgres()
  }
}
