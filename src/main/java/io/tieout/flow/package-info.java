/**
 * The use cases (pull, plan, apply, resolve, write back, tie out, explain, verify) and the ports they own. Uses the pure
 * rooms; adapters implement the ports; edges call the use cases and nothing else.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.flow;
