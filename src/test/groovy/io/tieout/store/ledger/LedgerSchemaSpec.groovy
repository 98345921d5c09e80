package io.tieout.store.ledger

import io.tieout.store.sql.StoreDatabase
import io.tieout.testing.Databases
import io.tieout.testing.FreshDatabase
import java.nio.file.Path
import spock.lang.Specification

class LedgerSchemaSpec extends Specification {

  def "both vendors have the same migrations of #store, with equal numbers and names"() {
    expect:
    files(store, 'sqlite') == files(store, 'postgresql')
    !files(store, 'sqlite').empty

    where:
    store << stores()
  }

  def "both vendors have the same tables and columns of #store, of the same kinds, in the same order"() {
    given:
    def sqlite = columns(store, Databases.sqlite())
    def postgres = columns(store, Databases.postgres())

    expect:
    sqlite.keySet() == postgres.keySet()
    sqlite.every { table, columns ->
      assert columns == postgres[table]: table
      return true
    }

    where:
    store << stores().findAll { it != 'desk' }
  }

  def "every column of an append-only table is part of its event"() {
    given:
    def covered = [:].withDefault { [] as Set }
    Shapes.ALL*.parts().flatten().each { covered[it.table()].addAll(it.columns() + ['seq']) }
    def tables = columns('ledger', Databases.sqlite())

    expect:
    covered.every { table, columns ->
      assert tables[table].keySet() == columns: table
      return true
    }

    and: "every other table is current state, erasable text, or the chain itself"
    tables.keySet() - covered.keySet() == ['chain_block', 'writer_lease', 'fact_current', 'fact_text', 'sub_ledger_body',
      'posting_body', 'posting_text', 'posting_current', 'mark_current', 'run_current'] as Set
  }

  private static List<String> stores() {
    migrations().toFile().listFiles()*.name.sort()
  }

  private static List<String> files(String store, String vendor) {
    migrations().resolve(store).resolve(vendor).toFile().listFiles()*.name.sort()
  }

  private static Path migrations() {
    Path.of('src/main/resources/db')
  }

  private static Map<String, Map<String, String>> columns(String store, FreshDatabase database) {
    StoreDatabase.open(store, database.url, database.user, database.password).close()
    def connection = database.connect()
    try {
      def tables = [:]
      def meta = connection.metaData
      def rows = meta.getColumns(null, null, '%', '%')
      while (rows.next()) {
        def table = rows.getString('TABLE_NAME')
        def schema = rows.getString('TABLE_SCHEM')
        if ((schema == null || schema == 'public') && !table.startsWith('schema_history') && isTable(meta, table)) {
          tables.computeIfAbsent(table) { [:] }[rows.getString('COLUMN_NAME')] = kind(rows.getString('TYPE_NAME'))
        }
      }
      assert !tables.empty
      return tables
    } finally {
      connection.close()
      database.close()
    }
  }

  private static boolean isTable(meta, String name) {
    def found = meta.getTables(null, null, name, ['TABLE'] as String[])
    try {
      return found.next()
    } finally {
      found.close()
    }
  }

  private static String kind(String type) {
    switch (type.toLowerCase()) {
      case ['integer', 'int4', 'int8']: return 'number'
      case 'text': return 'text'
      case ['blob', 'bytea']: return 'bytes'
      default: throw new IllegalStateException("a column of type $type")
    }
  }
}
