package io.tieout.flow;

import io.tieout.finding.Finding;
import java.util.List;

/** What was marked in the source: ids confirmed by reading back, ids held, ids unconfirmed, and calls made. */
public record WriteBackReport(int marked, int held, int unconfirmed, int calls, List<Finding> findings) {

    public WriteBackReport {
        findings = List.copyOf(findings);
    }

    public static WriteBackReport nothing() {
        return new WriteBackReport(0, 0, 0, 0, List.of());
    }

    public WriteBackReport plus(WriteBackReport other) {
        var all = new java.util.ArrayList<>(findings);
        all.addAll(other.findings);
        return new WriteBackReport(
                marked + other.marked, held + other.held, unconfirmed + other.unconfirmed, calls + other.calls, all);
    }
}
