/**
 * What went wrong or needs a person: the place, what was expected, what was found, what to do next. Each room brings its
 * own closed list of {@link io.tieout.finding.FindingCode}s; {@code docs/ERRORS.md} shows every one of them.
 */
@org.jspecify.annotations.NullMarked
package io.tieout.finding;
