/**
 * The identities T1 to T5 that must hold: source totals, claims, target balances and sub-ledgers come in, rows with both
 * sides and the signed difference go out. Pure. Knows no vendor's words and reads nothing itself.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.tie;
