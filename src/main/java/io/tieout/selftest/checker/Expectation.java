package io.tieout.selftest.checker;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What whoever made the history knows about its end.
 *
 * @param shouldPost which source lines must be posted by now; none can be named when only the ledger is known
 * @param freshlyRead whether the source was read after its last change, so that ledger and source must agree line by line
 * @param searchFails companies whose searches cannot be trusted to the end: there an unknown outcome may stay unknown
 * @param mayWait source lines that need not be settled, for example of a month that is still open
 */
public record Expectation(
        Predicate<SourceLine> shouldPost, boolean freshlyRead, Set<String> searchFails, Predicate<SourceLine> mayWait) {

    public Expectation {
        searchFails = Set.copyOf(searchFails);
    }

    /** The source was read after its last change; which lines should be posted is not known. */
    public static Expectation fresh() {
        return new Expectation(line -> false, true, Set.of(), line -> false);
    }

    /** As {@link #fresh}, and these lines must be posted. */
    public static Expectation posts(Predicate<SourceLine> lines) {
        return new Expectation(lines, true, Set.of(), line -> false);
    }

    /** The source may have changed since it was last read. */
    public Expectation stale() {
        return new Expectation(shouldPost, false, searchFails, mayWait);
    }

    public Expectation withFailingSearch(Set<String> companies) {
        return new Expectation(shouldPost, freshlyRead, companies, mayWait);
    }
}
