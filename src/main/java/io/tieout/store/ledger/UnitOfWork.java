package io.tieout.store.ledger;

import java.sql.SQLException;

/**
 * Rows and events that belong together: all are committed, or none.
 *
 * <p>It may run more than once (when a neighbour in the same commit was refused), so it only reads and writes through
 * the transaction. It never talks to the network.
 */
@FunctionalInterface
public interface UnitOfWork<T> {

    /** Writes, and returns what the caller gets once the commit is durable. */
    T write(LedgerTransaction transaction) throws SQLException;
}
