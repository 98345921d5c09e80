package io.tieout.store.ledger

import io.tieout.store.sql.StoreDatabase
import io.tieout.testing.Databases
import io.tieout.testing.FreshDatabase

/** Databases with the ledger's tables already made: a copy is cheaper than the migrations. */
class LedgerTemplates {

  static FreshDatabase sqlite() {
    Databases.sqlite()
  }

  static FreshDatabase postgres() {
    Databases.postgres('ledger') { empty ->
      StoreDatabase.open('ledger', empty.URL, empty.user, empty.password).close()
    }
  }
}
