package io.tieout.finding;

/** Where the cause lies, which decides the exit code of a command that cannot go on because of it. */
public enum Category {
    /** Settings, mapping or arguments. Exit code 2. */
    CONFIG(2),
    /** A record of the source that cannot be trusted; held. Exit code 5. */
    SOURCE_DATA(5),
    /** The source or the target is unreachable or refuses. Exit code 3. */
    OUTSIDE(3),
    /** The target refused a document, or an item is held for a person. Exit code 5. */
    HELD(5),
    /** A promise of ours is broken: everything stops. Exit code 4. */
    INVARIANT(4),
    /** Another run is in progress. Exit code 75. */
    BUSY(75),
    /** A defect in Tieout. Exit code 1. */
    INTERNAL(1);

    private final int exitCode;

    Category(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
