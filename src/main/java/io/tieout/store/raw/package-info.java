/**
 * Saved answers of the outside world: bytes in, their hash out, and back again while they are kept.
 *
 * <p>A store of its own, committed before the ledger names the hash, so that a hash in the ledger always had its bytes on
 * disk. May be purged by age at any time. Must not know what an answer means.
 */
@NullMarked
package io.tieout.store.raw;

import org.jspecify.annotations.NullMarked;
