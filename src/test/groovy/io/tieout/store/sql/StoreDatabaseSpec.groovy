package io.tieout.store.sql

import io.tieout.finding.Stopped
import io.tieout.testing.Databases
import java.nio.file.Path
import java.sql.DriverManager
import spock.lang.Specification
import spock.lang.TempDir

class StoreDatabaseSpec extends Specification {

  @TempDir
  Path folder

  def "a database that may forget what it confirmed is refused before anything is written"() {
    given: 'SQLite keeps no write-ahead log for a database in memory'
    def url = 'jdbc:sqlite::memory:'

    when:
    StoreDatabase.open('raw', url, '', '')

    then:
    def stopped = thrown(Stopped)
    with(stopped.findings()[0]) {
      code() == StoreCode.NOT_DURABLE
      place() == 'the database, pragma journal_mode'
      expected() == 'wal'
      found() == 'memory'
      next().contains('change the setting')
    }
    stopped.exitCode() == 2
  }

  def "PostgreSQL with commits that need not be on disk is refused"() {
    given:
    def database = Databases.postgres()
    def url = database.url + (database.url.contains('?') ? '&' : '?') + 'options=-c%20synchronous_commit=off'

    when:
    StoreDatabase.open('raw', url, database.user, database.password)

    then:
    def fault1 = thrown(Stopped)
    with(fault1.findings()[0]) {
      code() == StoreCode.NOT_DURABLE
      place() == 'the database, show synchronous_commit'
      found() == 'off'
    }

    cleanup:
    database.close()
  }

  def "an address where no database can be made is said with the address"() {
    when:
    StoreDatabase.open('raw', "jdbc:sqlite:${folder.resolve('no/such/folder/raw.db')}", '', '')

    then:
    def fault2 = thrown(Stopped)
    with(fault2.findings()[0]) {
      code() == StoreCode.CANNOT_OPEN
      place().endsWith('no/such/folder/raw.db')
      expected() == 'a database that can be opened'
      next().contains('check the address')
    }
  }

  def "a store that a newer version has written is not touched"() {
    given:
    def url = StoreDatabase.sqliteUrl(folder, 'raw')
    StoreDatabase.open('raw', url, '', '').close()
    DriverManager.getConnection(url).withCloseable {
      it.createStatement().execute("insert into schema_history_raw select 99, '099', 'of the future', type, 'V099__future.sql', checksum," +
          ' installed_by, installed_on, execution_time, success from schema_history_raw where version is not null limit 1')
    }

    when:
    StoreDatabase.open('raw', url, '', '')

    then:
    def fault3 = thrown(Stopped)
    with(fault3.findings()[0]) {
      code() == StoreCode.NEWER_SCHEMA
      place() == url
      expected() == 'a schema that this version knows'
      next().contains('newer version')
    }
  }
}
