package io.tieout.plan;

import io.tieout.fact.GlLine;

/**
 * A source line that is never posted.
 *
 * @param by the rule, {@code zero amount}, or the person
 */
public record ExcludedLine(GlLine line, int version, String reason, String by) {}
