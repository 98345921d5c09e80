/**
 * The judge of a history: did the bridge lose, double or corrupt anything?
 *
 * <p>In: what the ledger recorded, event by event, in the words of {@code docs/export-format.md}; every request in order
 * of arrival; the whole state of the target and of the source, from their own side. Out: violations, each naming the
 * invariant, the place, what was expected and what was found; and at rest the four verdicts lost, duplicated, unexpected
 * and recovered.
 *
 * <p>It must know nothing of the product: no class of another room, no rule taken from its code. States, edges and sums
 * are written here a second time from the safety paper and from the formats alone, so that a mistake there cannot excuse
 * itself here. It asks neither clock nor chance: the same history gives the same findings in the same order.
 */
@NullMarked
package io.tieout.selftest.checker;

import org.jspecify.annotations.NullMarked;
