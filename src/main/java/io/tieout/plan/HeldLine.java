package io.tieout.plan;

import io.tieout.fact.GlLine;

/**
 * A source line that waits.
 *
 * @param detail names the code, account, class or lines it waits for, and what to do
 * @param group id shared by the lines that are held together
 */
public record HeldLine(GlLine line, int version, HoldReason reason, String detail, String group) {}
