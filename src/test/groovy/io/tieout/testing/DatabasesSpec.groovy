package io.tieout.testing

import groovy.sql.Sql
import java.nio.file.Files
import java.nio.file.Path
import javax.sql.DataSource
import spock.lang.Specification

class DatabasesSpec extends Specification {

  def "each database starts empty and is not seen by another"() {
    given:
    def first = fresh()
    def second = fresh()
    run(first.dataSource, 'create table note (id integer primary key)')

    when:
    run(second.dataSource, 'create table note (id integer primary key)')

    then:
    noExceptionThrown()
    first.url != second.url

    cleanup:
    first?.close()
    second?.close()

    where:
    fresh << Databases.both()
  }

  def "a named preparation runs once and every copy has its tables"() {
    given:
    int runs = 0
    def prepare = { DataSource empty ->
      runs++
      run(empty, 'create table note (id integer primary key)')
      run(empty, 'insert into note values (7)')
    }

    when:
    def copies = (1..3).collect { vendor == 'sqlite' ? Databases.sqlite('spec', prepare) : Databases.postgres('spec', prepare) }
    run(copies[0].dataSource, 'delete from note')

    then: 'one preparation, and the change in the first copy is not in the others'
    runs == 1
    copies.collect { notes(it) } == [[], [7], [7]]

    cleanup:
    copies*.close()

    where:
    vendor << ['sqlite', 'postgresql']
  }

  def "closing a database drops it, also while a connection is open"() {
    given:
    def sqlite = Databases.sqlite()
    def postgres = Databases.postgres()
    run(sqlite.dataSource, 'create table note (id integer primary key)')
    def left = postgres.connect()

    when:
    sqlite.close()
    postgres.close()

    then:
    !Files.exists(Path.of(sqlite.url - 'jdbc:sqlite:' - ~/\?.*/))

    when:
    postgres.connect()

    then:
    thrown(java.sql.SQLException)

    cleanup:
    left?.close()
  }

  def "SQLite is opened with the settings of the product"() {
    given:
    def database = Databases.sqlite()

    expect:
    withSql(database.dataSource) { Sql sql ->
      [sql.firstRow('pragma journal_mode')[0], sql.firstRow('pragma synchronous')[0], sql.firstRow('pragma foreign_keys')[0]]
    } == ['wal', 2, 1]

    cleanup:
    database?.close()
  }

  private static List notes(FreshDatabase database) {
    withSql(database.dataSource) { Sql sql -> sql.rows('select id from note').collect { it.id } }
  }

  private static void run(DataSource dataSource, String statement) {
    withSql(dataSource) { Sql sql -> sql.execute(statement) }
  }

  private static <T> T withSql(DataSource dataSource, Closure<T> use) {
    def connection = dataSource.connection
    try {
      use(new Sql(connection))
    } finally {
      connection.close()
    }
  }
}
