package io.tieout.flow;

import io.tieout.finding.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a posting run did.
 *
 * @param posted documents confirmed and found equal to the plan in this run, resolved ones included
 * @param postedMinor sum of their debits, in minor units
 * @param recovered those among them that were posted although their answer was lost
 * @param calls writes sent
 * @param resumeAt when the target's limits allow to go on; present when the run ended early because of them
 */
public record PostReport(
        int posted,
        long postedMinor,
        int recovered,
        int refused,
        int quarantined,
        int unknown,
        int notSent,
        long calls,
        Optional<Instant> resumeAt,
        List<Finding> findings) {

    public PostReport {
        findings = List.copyOf(findings);
    }

    public static PostReport nothing() {
        return new PostReport(0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), List.of());
    }

    public PostReport plus(PostReport other) {
        var all = new ArrayList<>(findings);
        all.addAll(other.findings);
        return new PostReport(
                posted + other.posted,
                postedMinor + other.postedMinor,
                recovered + other.recovered,
                refused + other.refused,
                quarantined + other.quarantined,
                unknown + other.unknown,
                notSent + other.notSent,
                calls + other.calls,
                other.resumeAt.or(() -> resumeAt),
                all);
    }

    /** Whether everything that was to be posted stands in the books as planned. */
    public boolean clean() {
        return refused == 0 && quarantined == 0 && unknown == 0 && notSent == 0;
    }
}
