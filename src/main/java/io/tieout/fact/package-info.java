/**
 * What the source says, in accountants' words: GL lines with their control totals, receivable and payable records,
 * properties, chart of accounts. Readings come in from an adapter; snapshots proven complete go out. Knows nothing of
 * mapping, targets or storage.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.fact;
