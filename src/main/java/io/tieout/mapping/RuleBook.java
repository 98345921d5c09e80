package io.tieout.mapping;

import java.util.List;

/** Finds the rule that wins for a line. Built once from a mapping; asking it is cheap and has no effect. */
public interface RuleBook {

    /** The route of one line: the winning rule's, else the unmapped policy's. */
    Route route(Subject subject);

    /** Every rule that matches, the winner first, for {@code mapping explain}. */
    List<Rule> candidates(Subject subject);
}
