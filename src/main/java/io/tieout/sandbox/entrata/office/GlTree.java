package io.tieout.sandbox.entrata.office;

import java.util.Map;

/**
 * A chart of accounts.
 *
 * @param id tree id
 * @param name tree name
 * @param branches branch names by branch id, in order
 */
public record GlTree(long id, String name, Map<Long, String> branches) {}
