package io.tieout.fact;

/**
 * An account of the source's chart.
 *
 * @param group the source's class: Assets, Liabilities, Equity, Income, Expenses (its own spelling)
 */
public record SourceAccount(GlAccountId id, String number, String name, String group, boolean enabled) {}
