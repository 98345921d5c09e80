package io.tieout.flow;

import io.tieout.finding.Finding;
import java.util.List;

/** What {@code apply} did for one company: postings, then marks. */
public record ApplyReport(
        String company,
        String planId,
        PostReport resolved,
        PostReport posted,
        WriteBackReport marks,
        List<Finding> findings) {

    public ApplyReport {
        findings = List.copyOf(findings);
    }

    public boolean clean() {
        return resolved.clean() && posted.clean() && marks.unconfirmed() == 0;
    }
}
