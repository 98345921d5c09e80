/**
 * Reads what a real process left behind: the exported ledger, the signed heads, and the states and request logs of the
 * sandboxes; and plays them to the judge in the order in which they happened.
 *
 * <p>In: texts as written by {@code export --jsonl} and by {@code /_sandbox/state} and {@code /_sandbox/log}. Out: the
 * judge's neutral records. It must know nothing of the product, as the judge itself; what it cannot read it refuses, since
 * evidence left out would be evidence of nothing.
 */
@NullMarked
package io.tieout.selftest.checker.reading;

import org.jspecify.annotations.NullMarked;
