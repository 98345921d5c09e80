/**
 * What the stores of the audit ledger have in common, whatever they keep it in: what each event says, which line of a
 * reading is which known fact, the form of instants and bodies, the lines of an export, and the findings.
 *
 * <p>Comes in: the core's values. Goes out: events and their members in one order, so that two stores that are told the
 * same things write the same chain. Must not know databases, files, the clock or chance.
 */
@NullMarked
package io.tieout.store.event;

import org.jspecify.annotations.NullMarked;
