package io.tieout.plan;

import io.tieout.fact.GlLine;

/**
 * A source line with what the ledger knows of it for one company.
 *
 * @param version current version of the fact
 * @param claimed whether an unreversed claim of the company holds it
 */
public record FactState(GlLine line, int version, boolean claimed) {}
