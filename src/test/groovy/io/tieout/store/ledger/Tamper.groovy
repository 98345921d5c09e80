package io.tieout.store.ledger

import java.sql.Connection

/** Changes rows behind the ledger's back, as the owner of a database can. */
class Tamper {

  /** Changes and commits, with the tables' own defences away for a moment. */
  static void freely(LedgerHome home, String sql, List<Object> values = []) {
    def connection = home.database.connect()
    try {
      disarm(connection, home.database.vendor)
      run(connection, sql, values)
      connection.commit()
    } finally {
      connection.close()
    }
  }

  /** Takes triggers and foreign keys away; what follows is one open transaction. */
  static void disarm(Connection connection, String vendor) {
    if (vendor == 'sqlite') {
      run(connection, 'pragma foreign_keys = off')
      def triggers = new groovy.sql.Sql(connection).rows("select name from sqlite_master where type = 'trigger'")*.name
      triggers.each { run(connection, "drop trigger $it".toString()) }
    } else {
      run(connection, 'set session_replication_role = replica')
    }
    connection.autoCommit = false
  }

  static void run(Connection connection, String sql, List<Object> values = []) {
    connection.prepareStatement(sql).withCloseable { statement ->
      values.eachWithIndex { value, i -> statement.setObject(i + 1, value) }
      statement.execute()
    }
  }
}
