package io.tieout.edge.cli;

import java.util.List;

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

    /** The code a scheduler should act on: broken before busy before crash before configuration before outside before held. */
    static int gravest(List<Integer> codes) {
        return List.of(INVARIANT, BUSY, CRASH, USAGE, OUTSIDE, HELD).stream()
                .filter(codes::contains)
                .findFirst()
                .orElse(CLEAN);
    }
}
