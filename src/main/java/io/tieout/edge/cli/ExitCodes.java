package io.tieout.edge.cli;

/** What a command's exit code means; documented in README and docs/operations.md. */
final class ExitCodes {

    static final int CLEAN = 0;
    static final int CRASH = 1;
    static final int USAGE = 2;
    static final int OUTSIDE = 3;
    static final int INVARIANT = 4;
    static final int HELD = 5;
    static final int BUSY = 75;

    private ExitCodes() {}
}
