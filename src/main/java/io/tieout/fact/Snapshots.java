package io.tieout.fact;

import io.tieout.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Judges readings: a snapshot is complete, or it is unusable and kept as evidence. There is nothing in between. */
public final class Snapshots {

    private static final int IDS_SHOWN = 5;

    private Snapshots() {}

    /**
     * The reading with its verdict: complete if, and only if, no finding of the reading or of T1 is an error.
     *
     * @param previousClosings closing balances of the month before by account; empty when that month is not known
     */
    public static GlSnapshot judge(String snapshotId, GlReading reading, Map<GlAccountId, Long> previousClosings) {
        var findings = new ArrayList<>(reading.findings());
        findings.addAll(ControlTotals.check(reading, previousClosings));
        var repeated = repeatedIds(reading);
        if (!repeated.isEmpty()) {
            findings.add(idsRepeated(reading, repeated));
        }
        var complete = findings.stream().noneMatch(Finding::isError);
        return new GlSnapshot(snapshotId, reading, complete, repeated, findings);
    }

    /** Source ids that stand on more than one line of the reading, over all accounts, sorted. */
    static List<String> repeatedIds(GlReading reading) {
        var seen = new HashSet<String>();
        var repeated = new TreeSet<String>();
        reading.lines().map(l -> l.key().sourceId()).filter(id -> !seen.add(id)).forEach(repeated::add);
        return List.copyOf(repeated);
    }

    private static Finding idsRepeated(GlReading reading, List<String> repeated) {
        var shown = String.join(", ", repeated.subList(0, Math.min(IDS_SHOWN, repeated.size())));
        return Finding.of(
                FactCode.IDS_REPEATED,
                reading.scope().toString(),
                "an id of its own on every line",
                repeated.size() + (repeated.size() == 1 ? " id stands" : " ids stand") + " on several lines: " + shown
                        + (repeated.size() > IDS_SHOWN ? ", ..." : ""),
                "The lines are posted, told apart by their content. They are not marked as exported until a person"
                        + " decides: a mark goes by the id alone.");
    }
}
