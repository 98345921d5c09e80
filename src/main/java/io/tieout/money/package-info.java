/**
 * Amounts of money as whole minor units, and the two sides of an entry. Knows nothing else: no accounts, no dates, no
 * vendors.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.money;
