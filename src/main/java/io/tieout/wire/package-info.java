/**
 * Talking HTTP to other people's servers, without a word of any vendor.
 *
 * <p>In comes a {@link io.tieout.wire.WireRequest} made of stored bytes; out goes a {@link io.tieout.wire.WireAnswer}
 * that says one of three things: answered, certainly not sent, or unknown. {@link io.tieout.wire.JsonReader} turns
 * answered bytes into a {@link io.tieout.wire.Json} tree with exact decimals, under limits of size and depth.
 *
 * <p>Adapters of sources and targets use this room; the core, {@code flow} and the stores do not. It must not know what
 * an answer means: which status is a throttle and which fault is a closed period is the adapter's to say. Nothing here
 * is ever sent twice, and no redirect is followed.
 */
@NullMarked
package io.tieout.wire;

import org.jspecify.annotations.NullMarked;
