package io.tieout.plan;

/**
 * Why something happens to lines, in the words of a finding: equal causes at one place are counted into one finding.
 *
 * @param subject what was found, without count and money, for example {@code GL 4190-0000 (Damage Income) has no rule}
 */
record Cause(PlanCode code, String subject, String expected, String next) {}
