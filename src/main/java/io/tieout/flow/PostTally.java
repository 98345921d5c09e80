package io.tieout.flow;

import io.tieout.finding.Count;
import io.tieout.finding.Finding;
import io.tieout.flow.Posting.Sending;
import io.tieout.flow.port.TargetBooks.ItemAnswer;
import io.tieout.plan.PlannedDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts one call's items and finds the words for what went wrong: what has one cause is said once. */
final class PostTally {

    private int posted;
    private long postedMinor;
    private int quarantined;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, List<Sending>> refused = new LinkedHashMap<>();
    private final Map<String, List<Sending>> unknown = new LinkedHashMap<>();
    private final Map<String, List<Sending>> notSent = new LinkedHashMap<>();

    void posted(PlannedDocument document) {
        posted++;
        postedMinor += document.entry().total().amountMinor();
    }

    void quarantined(Sending sending, String targetId, List<String> differences) {
        quarantined++;
        findings.add(Finding.of(
                FlowCode.QUARANTINED,
                place(sending) + ", target id " + targetId,
                "stored as planned",
                String.join("; ", differences),
                "Nothing more is written for it. Compare both with `tieout explain "
                        + sending.document().marker() + "`."));
    }

    void refused(Sending sending, ItemAnswer answer) {
        add(refused, answer.words(), sending);
    }

    void unknown(Sending sending, String words) {
        add(unknown, words, sending);
    }

    void notSent(Sending sending, String words) {
        add(notSent, words, sending);
    }

    PostReport report() {
        var all = new ArrayList<>(findings);
        refused.forEach((words, sendings) -> all.add(refused(words, sendings)));
        unknown.forEach((words, sendings) -> all.add(Finding.of(
                FlowCode.UNKNOWN_OUTCOME,
                place(sendings),
                "an answer that says applied or not applied",
                words,
                "Run `tieout resolve`: it looks each document up in the target before anything is sent again.")));
        notSent.forEach((words, sendings) -> all.add(Finding.of(
                FlowCode.NOT_SENT,
                place(sendings),
                "a call that the target takes",
                words,
                "Nothing was posted by this call. Mend the cause and run the command again.")));
        return new PostReport(
                posted,
                postedMinor,
                0,
                count(refused),
                quarantined,
                count(unknown),
                count(notSent),
                1,
                Optional.empty(),
                all);
    }

    private static Finding refused(String words, List<Sending> sendings) {
        var dates = sendings.stream()
                .map(s -> s.document().entry().date().toString())
                .distinct()
                .sorted()
                .toList();
        return Finding.of(
                FlowCode.REFUSED,
                place(sendings),
                "to be posted on " + dates.get(0) + (dates.size() == 1 ? "" : " to " + dates.get(dates.size() - 1)),
                words,
                "The lines are held. Mend the cause in the target or the mapping, then `tieout release "
                        + sendings.stream()
                                .map(s -> s.document().marker().value())
                                .collect(Collectors.joining(" "))
                        + "`.");
    }

    private static void add(Map<String, List<Sending>> byCause, String words, Sending sending) {
        byCause.computeIfAbsent(words, w -> new ArrayList<>()).add(sending);
    }

    private static int count(Map<String, List<Sending>> byCause) {
        return byCause.values().stream().mapToInt(List::size).sum();
    }

    private static String place(List<Sending> sendings) {
        return sendings.size() == 1
                ? place(sendings.get(0))
                : Count.of(sendings.size(), "document") + " of one call, the first "
                        + place(sendings.get(0)).substring("document ".length());
    }

    private static String place(Sending sending) {
        return "document " + sending.document().marker() + " (property "
                + sending.document().key().property() + ", "
                + sending.document().key().month() + ")";
    }
}
