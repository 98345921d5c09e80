/**
 * Calls Entrata over HTTP: addresses, credentials, envelopes, limits and retries.
 *
 * <p>In: {@link io.tieout.source.answer.SourceCall}s. Out: results, each saved raw before it is looked at, or a finding
 * that says what the source did instead. Reads may be asked again after a closed list of failures; a mark is sent once.
 * Must not know what a result means, nor anything of targets and stores.
 */
@NullMarked
package io.tieout.source.entrata;

import org.jspecify.annotations.NullMarked;
