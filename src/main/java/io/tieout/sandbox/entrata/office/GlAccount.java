package io.tieout.sandbox.entrata.office;

/**
 * One account of the chart.
 *
 * @param id the account's id, equal in every tree
 * @param branchId branch of the tree
 * @param number account number in the master tree
 * @param name account name
 * @param group one of Assets, Liabilities, Equity, Income, Expenses
 * @param system whether Entrata posts to it by itself (AR, AP, undeposited funds)
 */
public record GlAccount(long id, long branchId, String number, String name, String group, boolean system) {}
