/**
 * Real processes, killed at every boundary of a night, restarted and run to rest: the proof that a crash neither loses nor
 * doubles a posting.
 *
 * <p>The parent keeps the sandboxes and a folder with a prepared house; a second JVM runs the night through the product's
 * own wiring, with its ports watched. At the chosen boundary it says so and waits, and the parent kills it with SIGKILL.
 * What came of it is judged by {@link io.tieout.selftest.checker}, which shares no code with the product. Works on sandbox
 * hosts only; waits run on the sandbox's clock.
 */
@NullMarked
package io.tieout.selftest.kill;

import org.jspecify.annotations.NullMarked;
