package io.tieout.selftest.kill;

import io.tieout.selftest.checker.Verdicts;
import java.util.List;

/**
 * What came of one trial.
 *
 * @param killed whether the point was reached; a point that is not reached proves nothing
 * @param violations what the judge found, with what the nights printed when there is any
 */
record KillResult(KillPoint point, boolean killed, int nights, Verdicts verdicts, List<String> violations) {

    boolean clean() {
        return killed && violations.isEmpty() && verdicts.clean();
    }
}
