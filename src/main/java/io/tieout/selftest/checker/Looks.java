package io.tieout.selftest.checker;

/**
 * How often a company was looked at, up to a moment.
 *
 * @param lists answered lists of what was created
 * @param controls answered searches by number that found a document
 * @param own answered searches by the number in question
 */
record Looks(int lists, int controls, int own) {}
