/**
 * The hash chain that makes the past provable: events in, blocks and verdicts out.
 *
 * <p>Comes in: events as kind, version and canonical payload; stored blocks in the order of their numbers; keys as
 * arguments. Goes out: blocks ready to be stored, the first fault of a stream named by block and event, and signed
 * statements of all heads. This room knows no database, no clock, no file and no randomness, and it never sees a memo
 * or a name: only their salted hashes ({@link io.tieout.chain.SaltedHash}).
 *
 * <p>The layout on disk is described once, in {@code docs/export-format.md}, so that a verifier of another author can
 * be written from the paper alone. All integers are big-endian; all hashes are SHA-256.
 */
@NullMarked
package io.tieout.chain;

import org.jspecify.annotations.NullMarked;
