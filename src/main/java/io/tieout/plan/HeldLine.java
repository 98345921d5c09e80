package io.tieout.plan;

import io.tieout.fact.GlLine;
import io.tieout.finding.FindingCode;
import java.util.Optional;

/**
 * A source line that waits.
 *
 * @param code the kind of finding that tells of it; absent where another line of its group does
 * @param why names the code, account, class or lines it waits for; ends without a full stop
 * @param next what a person does about it, in whole sentences; empty where another line of its group says it
 * @param group id shared by the lines that are held together
 */
public record HeldLine(
        GlLine line,
        int version,
        HoldReason reason,
        Optional<FindingCode> code,
        String why,
        String next,
        String group) {

    /** Whether it waits for itself, and not only because it balances with a line that does. */
    public boolean isCause() {
        return reason != HoldReason.WITH_HELD;
    }
}
