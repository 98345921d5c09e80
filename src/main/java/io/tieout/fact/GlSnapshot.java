package io.tieout.fact;

import io.tieout.finding.Finding;
import java.util.List;

/**
 * A reading with its verdict. Only a complete snapshot is planned; an unusable one is kept as evidence.
 *
 * @param snapshotId made by the application
 * @param complete whether T1 holds and ids are stable
 * @param repeatedIds source ids that occur more than once in the reading: posted by occurrence, not marked until a
 *     person decides
 * @param findings why it is not complete, and what is worth knowing
 */
public record GlSnapshot(
        String snapshotId, GlReading reading, boolean complete, List<String> repeatedIds, List<Finding> findings) {

    public GlSnapshot {
        repeatedIds = List.copyOf(repeatedIds);
        findings = List.copyOf(findings);
    }

    public GlScope scope() {
        return reading.scope();
    }
}
