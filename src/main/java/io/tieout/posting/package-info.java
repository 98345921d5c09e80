/**
 * The life of one document in the target: states, the closed list of outcomes, the comparison of what was answered with
 * what was planned, and what to do about an unknown outcome. Pure: decides, never sends.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.posting;
