package io.tieout.tie;

import io.tieout.finding.Finding;
import io.tieout.plan.Marker;
import io.tieout.posting.EchoComparison;
import io.tieout.posting.TargetDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Names each entry that is missing, doubled, edited, moved or not ours. */
final class EntryFindings {

    private final Set<String> mapped;
    private final List<Finding> findings = new ArrayList<>();

    private EntryFindings(Set<String> mapped) {
        this.mapped = mapped;
    }

    static List<Finding> of(SortedEntries entries, List<OurEntry> ours, Set<String> mapped) {
        var found = new EntryFindings(mapped);
        ours.forEach(o -> found.compare(o, entries.numbered(o.number())));
        entries.moved().forEach(found::moved);
        entries.foreign().forEach(found::foreign);
        return found.findings;
    }

    private void compare(OurEntry our, List<TargetDocument> live) {
        var document = our.document();
        var place = "document " + document.marker() + " of " + document.entry().date();
        if (live.size() > 1) {
            var ids = live.stream().map(TargetDocument::id).sorted().collect(Collectors.joining(", "));
            findings.add(Finding.of(
                    TieCode.TWICE_IN_TARGET,
                    place,
                    "one live entry",
                    live.size() + " entries, ids " + ids,
                    next(our.number())));
            return;
        }
        if (!our.stands()) {
            return;
        }
        if (live.isEmpty()) {
            findings.add(Finding.of(
                            TieCode.MISSING_IN_TARGET, place, "one live entry in its month", "none", next(our.number()))
                    .withDifference(document.entry().total()));
            return;
        }
        var differences = EchoComparison.differences(document, live.get(0));
        if (!differences.isEmpty()) {
            findings.add(Finding.of(
                    TieCode.EDITED_IN_TARGET,
                    place + ", target id " + live.get(0).id(),
                    "as posted",
                    String.join("; ", differences),
                    next(our.number())));
        }
    }

    private void moved(TargetDocument entry) {
        findings.add(Finding.of(
                TieCode.EDITED_IN_TARGET,
                "document " + entry.documentNumber() + ", target id " + entry.id(),
                "a date in the month it was posted to",
                "dated " + entry.date(),
                next(entry.documentNumber())));
    }

    private void foreign(TargetDocument entry) {
        var place = "target entry " + entry.id() + " of " + entry.date();
        if (Marker.isMarker(entry.documentNumber())) {
            findings.add(Finding.of(
                    TieCode.UNKNOWN_MARKER,
                    place,
                    "a number that the ledger knows",
                    entry.documentNumber(),
                    "It was copied by hand, or posted by a ledger that was put back from an old backup. Look before the"
                            + " next run."));
        } else if (entry.lines().stream().anyMatch(l -> mapped.contains(l.accountId()))) {
            findings.add(Finding.of(
                    TieCode.FOREIGN_ENTRY,
                    place,
                    "entries of Tieout only",
                    "number " + (entry.documentNumber().isEmpty() ? "none" : entry.documentNumber()),
                    "It is counted as foreign. Nothing to do when it is meant."));
        }
    }

    private static String next(String number) {
        return "Compare both with `tieout explain " + number + "`. Nothing is corrected by itself.";
    }
}
