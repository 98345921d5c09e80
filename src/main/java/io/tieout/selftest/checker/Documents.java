package io.tieout.selftest.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents of the target, held against the plans. */
final class Documents {

    private final Findings findings;
    private final Ledger ledger;
    private final Rules rules;
    /** As last seen, by company and id. */
    private final Map<String, Document> known = new LinkedHashMap<>();
    /** Those that stand, by company and marker. */
    private final Map<String, List<Document>> standing = new HashMap<>();

    private final Map<String, Integer> counts = new HashMap<>();

    Documents(Findings findings, Ledger ledger, Rules rules) {
        this.findings = findings;
        this.ledger = ledger;
        this.rules = rules;
    }

    /** A document was made or changed. */
    void seen(Document document, Sends sends, boolean recovering) {
        var before = known.put(document.company() + "|" + document.id(), document);
        if (document.equals(before)) {
            return;
        }
        if (before != null) {
            count(before, -1);
        }
        count(document, 1);
        if (!isOurs(document)) {
            return;
        }
        if (before == null && document.madeBy() > 0) {
            demandRequest(document, sends);
        }
        if (document.live() && document.madeBy() > 0 && !recovering) {
            judge(document, sends);
        }
    }

    /** A posting was found to stand as planned: it must. */
    void matched(Posting posting) {
        var documents = standing(posting.company, posting.marker);
        var untouched = documents.stream().filter(d -> !d.touched()).toList();
        if (untouched.isEmpty()) {
            boolean byHand = !documents.isEmpty() || isRemovedByHand(posting);
            if (findings.broken(Invariant.I6, byHand)) {
                findings.add(
                        Invariant.I6, posting.place(), "a document that stands", "none, and it is " + posting.state);
            }
            return;
        }
        for (var document : untouched) {
            var difference = difference(posting, document);
            if (findings.broken(Invariant.I6, difference.isEmpty())) {
                findings.add(Invariant.I6, document.place(), "as planned by " + posting.place(), difference);
            }
        }
    }

    boolean isOurs(Document document) {
        return rules.marker().matcher(document.marker()).matches();
    }

    boolean isAsLastSeen(Document document) {
        return document.equals(known.get(document.company() + "|" + document.id()));
    }

    /** Documents with the marker that stand. */
    List<Document> standing(String company, String marker) {
        return standing.getOrDefault(company + "|" + marker, List.of());
    }

    /** How many documents with a marker of ours stand in a company, made by us or by hand. */
    int standing(String company) {
        return counts.getOrDefault(company, 0);
    }

    /** Whether the last document with the posting's marker was taken away by a person. */
    boolean isRemovedByHand(Posting posting) {
        return known.values().stream()
                .anyMatch(d -> d.company().equals(posting.company)
                        && d.marker().equals(posting.marker)
                        && !d.live()
                        && d.touched());
    }

    /** What differs, in words; empty when the document is as planned. */
    static String difference(Posting posting, Document document) {
        if (!posting.date.equals(document.date())) {
            return "date " + document.date() + " for " + posting.date;
        }
        if (!posting.currency.equals(document.currency())) {
            return "currency " + document.currency() + " for " + posting.currency;
        }
        var open = new ArrayList<>(document.lines());
        for (var line : posting.lines) {
            if (!open.remove(line.content())) {
                return "no line " + line.content();
            }
        }
        return open.isEmpty() ? "" : "also " + open;
    }

    private void judge(Document document, Sends sends) {
        long sum =
                document.lines().stream().mapToLong(Document.Line::signedMinor).sum();
        if (!document.touched() && findings.broken(Invariant.I5, sum == 0)) {
            findings.add(Invariant.I5, document.place(), "debits and credits of one sum", "a difference of " + sum);
        }
        var posting = ledger.byMarker(document.company(), document.marker());
        if (findings.broken(Invariant.I2, posting != null)) {
            findings.add(Invariant.I2, document.place(), "an intent with its marker", "none");
        }
        if (posting != null) {
            demandAlone(document, posting, sends);
            demandDate(document, posting);
        }
    }

    /** A document that a late call made beside another breaks this for a time: then it must be quarantined by the end. */
    private void demandAlone(Document document, Posting posting, Sends sends) {
        var ours = standing(document.company(), document.marker()).stream()
                .filter(d -> d.madeBy() > 0)
                .toList();
        boolean late = ours.stream().anyMatch(d -> isLate(sends.madeBy(d.madeBy())));
        if (findings.broken(Invariant.I1, ours.size() <= 1 || late)) {
            findings.add(
                    Invariant.I1,
                    document.place(),
                    "one document with its marker",
                    ours.size() + ": " + ours.stream().map(Document::id).toList());
        }
        var others = ledger.company(posting.company).revisions(posting).stream()
                .filter(p -> p != posting)
                .flatMap(p -> standing(p.company, p.marker).stream())
                .filter(d -> d.madeBy() > 0)
                .map(Document::id)
                .toList();
        if (findings.broken(Invariant.I1, others.isEmpty() || late)) {
            findings.add(Invariant.I1, document.place(), "one document of its business key", "also " + others);
        }
    }

    private static boolean isLate(@Nullable Request request) {
        return request != null && request.late();
    }

    private void demandDate(Document document, Posting posting) {
        boolean open = document.lockedThrough().isEmpty() || document.date().compareTo(document.lockedThrough()) > 0;
        if (findings.broken(Invariant.I15, open || document.touched())) {
            findings.add(
                    Invariant.I15,
                    document.place(),
                    "a date after " + document.lockedThrough() + ", through which the books were closed",
                    document.date());
        }
        if (findings.broken(Invariant.I15, document.touched() || document.date().equals(posting.date))) {
            findings.add(Invariant.I15, document.place(), "the date planned, " + posting.date, document.date());
        }
    }

    private void demandRequest(Document document, Sends sends) {
        var request = sends.madeBy(document.madeBy());
        boolean carried = request != null
                && request.company().equals(document.company())
                && request.items().stream().anyMatch(i -> i.marker().equals(document.marker()));
        if (findings.broken(Invariant.I2, carried)) {
            findings.add(
                    Invariant.I2,
                    document.place(),
                    "made by a request that carried its marker",
                    request == null ? "request " + document.madeBy() + " made nothing" : request.place());
        }
    }

    private void count(Document document, int sign) {
        if (!document.live() || !isOurs(document)) {
            return;
        }
        var list = standing.computeIfAbsent(document.company() + "|" + document.marker(), k -> new ArrayList<>(1));
        if (sign > 0) {
            list.add(document);
        } else {
            list.remove(document);
        }
        counts.merge(document.company(), sign, Integer::sum);
    }
}
