/**
 * The source's ledgers from a folder of saved answers: a dry run without any access to the source.
 *
 * <p>In: a folder of files as docs/saved-answers.md describes them. Out: the same calls answered as over HTTP, or a finding
 * that names the file that would be needed. Read-only: nothing can be marked. Must not know HTTP, targets or stores.
 */
@NullMarked
package io.tieout.source.files;

import org.jspecify.annotations.NullMarked;
