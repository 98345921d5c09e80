package io.tieout.finding;

import java.util.List;

/**
 * Thrown when the present piece of work cannot go on: carries the findings a person must see. Caught once, in {@code
 * flow} or at the edge; never logged and rethrown.
 */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public Stopped(Finding finding) {
        this(List.of(finding));
    }

    public Stopped(List<Finding> findings) {
        super(findings.get(0).text());
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }

    /** The gravest exit code among the findings: a broken invariant before a busy ledger before the rest. */
    public int exitCode() {
        return findings.stream()
                .map(f -> f.code().category())
                .sorted((a, b) -> Integer.compare(rank(b), rank(a)))
                .map(Category::exitCode)
                .findFirst()
                .orElse(1);
    }

    private static int rank(Category category) {
        return switch (category) {
            case INVARIANT -> 6;
            case BUSY -> 5;
            case INTERNAL -> 4;
            case CONFIG -> 3;
            case OUTSIDE -> 2;
            case SOURCE_DATA, HELD -> 1;
        };
    }
}
