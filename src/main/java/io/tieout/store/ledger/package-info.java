/**
 * The audit ledger on SQLite and PostgreSQL: the port {@link io.tieout.flow.port.Ledger} over plain JDBC.
 *
 * <p>Comes in: facts, documents, attempts, outcomes, marks and decisions as the core's values. Goes out: the same
 * values read back, verdicts on the chain, an export. One writer thread per process commits each unit of work together
 * with its chain block ({@link io.tieout.store.ledger.LedgerWriter}); readers use connections of their own. Every
 * append-only row is described once, by a {@link io.tieout.store.ledger.Shape}: it writes the row and the event from the
 * same values, and {@code verify --deep} makes the event again from the row.
 *
 * <p>Must not know: any vendor of accounting software, HTTP, the command line, the mapping's rules.
 */
@NullMarked
package io.tieout.store.ledger;

import org.jspecify.annotations.NullMarked;
