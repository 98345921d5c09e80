package io.tieout.selftest.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The four verdicts: which source lines stand in documents, and which should. */
final class Standing {

    private final Findings findings;
    private final Ledger ledger;
    private final Documents documents;
    private final Expectation expectation;
    private final List<String> lost = new ArrayList<>();
    private final List<String> duplicated = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private long posted;
    private long recovered;
    private long disturbed;
    /** Source lines that stand posted in some company. */
    private final Set<Fact> postedFacts = new HashSet<>();

    Standing(Findings findings, Ledger ledger, Documents documents, Expectation expectation) {
        this.findings = findings;
        this.ledger = ledger;
        this.documents = documents;
        this.expectation = expectation;
    }

    Verdicts verdicts(TargetState target, SourceState source) {
        var standing = new HashMap<String, Map<Fact, Integer>>();
        for (var document : target.documents()) {
            count(document, standing);
        }
        for (var company : ledger.companies.values()) {
            lines(company, standing.getOrDefault(company.key, Map.of()));
        }
        shouldPost(source);
        return new Verdicts(posted, lost, duplicated, unexpected, recovered, disturbed);
    }

    private void count(Document document, Map<String, Map<Fact, Integer>> standing) {
        if (!document.live() || document.madeBy() == 0 || !documents.isOurs(document)) {
            return;
        }
        var posting = ledger.byMarker(document.company(), document.marker());
        if (posting == null) {
            unexpected.add(document.place());
            return;
        }
        var lines = standing.computeIfAbsent(document.company(), c -> new LinkedHashMap<>());
        posting.claims.stream().map(Posting.Claim::fact).distinct().forEach(f -> lines.merge(f, 1, Integer::sum));
    }

    private void lines(Company company, Map<Fact, Integer> standing) {
        var judged = new HashSet<Fact>();
        for (var posting : company.postings.values()) {
            boolean matched = Edges.isMatched(posting.state);
            var missing = matched ? missing(posting) : Set.<Long>of();
            for (var claim : posting.claims) {
                var held = company.claims.get(claim.fact().id);
                if (held != null && held.active() && held.posting() == posting && judged.add(claim.fact())) {
                    line(claim, posting, matched, missing, standing.getOrDefault(claim.fact(), 0));
                }
            }
        }
        standing.forEach((fact, times) -> {
            if (judged.add(fact)) {
                unexpected.add(fact.place() + " stands in " + company.key + " and is claimed by nothing");
            }
        });
    }

    private void line(Posting.Claim claim, Posting posting, boolean matched, Set<Long> missing, int times) {
        var place = claim.fact().place() + " of " + posting.place();
        if (times > 1) {
            duplicated.add(place + " stands " + times + " times");
        }
        if (!matched) {
            return;
        }
        posted++;
        postedFacts.add(claim.fact());
        recovered += posting.doubted ? 1 : 0;
        boolean touched =
                documents.standing(posting.company, posting.marker).stream().anyMatch(Document::touched);
        if (touched || times == 0 && documents.isRemovedByHand(posting)) {
            disturbed++;
        } else if (times == 0 || missing.contains(claim.lineNo())) {
            lost.add(place);
        }
    }

    /** Numbers of planned lines that the document lacks; what it has beside them is unexpected. */
    private Set<Long> missing(Posting posting) {
        var missing = new HashSet<Long>();
        for (var document : documents.standing(posting.company, posting.marker)) {
            if (document.touched() || document.madeBy() == 0) {
                continue;
            }
            var open = new ArrayList<>(document.lines());
            for (var line : posting.lines) {
                if (!open.remove(line.content())) {
                    missing.add(line.no());
                }
            }
            open.forEach(l -> unexpected.add(document.place() + " has " + l));
            if (!document.date().equals(posting.date)) {
                posting.lines.forEach(l -> missing.add(l.no()));
            }
        }
        return missing;
    }

    /** Lines of the source that must be posted by now, whatever the ledger says. */
    private void shouldPost(SourceState source) {
        var have = new HashMap<String, Integer>();
        postedFacts.stream().filter(Fact::isPresent).forEach(f -> have.merge(key(f), 1, Integer::sum));
        for (var line : source.lines()) {
            if (!line.present() || !expectation.shouldPost().test(line)) {
                continue;
            }
            int left = have.merge(key(line), -1, Integer::sum);
            if (findings.broken(Invariant.L2, left >= 0 || expectation.mayWait().test(line))) {
                findings.add(Invariant.L2, line.place(), "posted by now", "not posted");
                lost.add(line.place() + ", " + line.signedMinor());
            }
        }
    }

    private static String key(Fact fact) {
        return fact.name() + "|" + fact.current().postMonth() + "|"
                + fact.current().signedMinor();
    }

    private static String key(SourceLine line) {
        return String.join("|", line.org(), line.property(), line.basis(), line.book(), line.account(), line.id()) + "|"
                + line.postMonth() + "|" + line.signedMinor();
    }
}
