/**
 * What the source system's answers say, read strictly: dates, months, amounts, ids and flags in their documented forms,
 * one or many, with and without attributes, and each call's records as facts.
 *
 * <p>In: calls that are answered by someone else ({@link io.tieout.source.answer.SourceCalls}: over HTTP, or from a folder
 * of saved answers). Out: {@link io.tieout.flow.port.SourceLedger} with facts and findings. Anything off-form is a finding
 * on its record, never a guess. Must not know how an answer came: no HTTP, no files, no waiting.
 */
@NullMarked
package io.tieout.source.answer;

import org.jspecify.annotations.NullMarked;
