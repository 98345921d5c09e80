package io.tieout.selftest.checker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Money of the source against money that stands (I9): per property, basis, book and month, debits and credits apart, in
 * minor units.
 */
final class Conservation {

    /** Debits and credits, each as a positive sum. */
    private static final class Sums {
        private long debit;
        private long credit;

        void add(long signedMinor) {
            if (signedMinor > 0) {
                debit += signedMinor;
            } else {
                credit -= signedMinor;
            }
        }

        void take(long signedMinor) {
            if (signedMinor > 0) {
                debit -= signedMinor;
            } else {
                credit += signedMinor;
            }
        }

        @Override
        public String toString() {
            return "debits " + debit + ", credits " + credit;
        }
    }

    /** One month of one company: what stands, what does not, and what changed in the source since it was posted. */
    private static final class Month {
        private final Sums documents = new Sums();
        private final Sums notPosted = new Sums();
        private final Sums changed = new Sums();
    }

    private final Findings findings;
    private final Ledger ledger;
    private final Documents documents;
    private final Expectation expectation;

    Conservation(Findings findings, Ledger ledger, Documents documents, Expectation expectation) {
        this.findings = findings;
        this.ledger = ledger;
        this.documents = documents;
        this.expectation = expectation;
    }

    void check(SourceState source) {
        if (!expectation.freshlyRead()) {
            return;
        }
        var read = ledger.facts.scopesFresh();
        sameLines(source, read);
        sameOpenings(source, read);
        var truth = new HashMap<String, Sums>();
        source.lines().stream()
                .filter(SourceLine::present)
                .forEach(l -> truth.computeIfAbsent(scope(l), s -> new Sums()).add(l.signedMinor()));
        for (var company : ledger.companies.values()) {
            months(company).forEach((scope, month) -> {
                if (read.contains(scope)) {
                    demand(company, scope, month, truth.getOrDefault(scope, new Sums()));
                }
            });
        }
    }

    private void demand(Company company, String scope, Month month, Sums truth) {
        boolean debits = truth.debit == month.documents.debit + month.notPosted.debit + month.changed.debit;
        boolean credits = truth.credit == month.documents.credit + month.notPosted.credit + month.changed.credit;
        if (findings.broken(Invariant.I9, debits && credits)) {
            findings.add(
                    Invariant.I9,
                    scope + " in " + company.key,
                    "the source's " + truth,
                    "documents (" + month.documents + ") and not posted (" + month.notPosted + ") and changed since ("
                            + month.changed + ")");
        }
    }

    /** The months of a company that it has documents for; openings are compared by account instead. */
    private Map<String, Month> months(Company company) {
        var months = new TreeMap<String, Month>();
        for (var posting : company.postings.values()) {
            if (posting.purpose.equals("opening")) {
                continue;
            }
            var month = months.computeIfAbsent(posting.scope(), s -> new Month());
            documents.standing(company.key, posting.marker).stream()
                    .filter(d -> d.madeBy() > 0)
                    .forEach(d -> (d.touched() ? planned(posting) : d.lines())
                            .forEach(l -> month.documents.add(l.signedMinor())));
            if (documents.isRemovedByHand(posting)
                    && documents.standing(company.key, posting.marker).isEmpty()) {
                planned(posting).forEach(l -> month.documents.add(l.signedMinor()));
            }
        }
        for (var fact : ledger.facts.all()) {
            if (!fact.isOpening()) {
                fact(company, fact, months);
            }
        }
        return months;
    }

    private void fact(Company company, Fact fact, Map<String, Month> months) {
        var held = company.claims.get(fact.id);
        var here = months.get(fact.scope(fact.current().postMonth()));
        if (held == null || !held.active() || !shouldStand(held.posting())) {
            if (here != null && fact.isPresent()) {
                here.notPosted.add(fact.current().signedMinor());
            }
            return;
        }
        var there = months.get(held.posting().scope());
        if (here != null && fact.isPresent()) {
            here.changed.add(fact.current().signedMinor());
        }
        if (there != null) {
            there.changed.take(fact.version(held.version()).signedMinor());
        }
    }

    /** What the ledger says is posted must stand; what is in flight or quarantined counts as it is found. */
    private boolean shouldStand(Posting posting) {
        return Edges.stands(posting.state)
                || !documents.standing(posting.company, posting.marker).isEmpty()
                || documents.isRemovedByHand(posting);
    }

    private static List<Document.Line> planned(Posting posting) {
        return posting.lines.stream().map(Posting.Line::content).toList();
    }

    /** The ledger knows exactly the lines that the source has. */
    private void sameLines(SourceState source, Set<String> read) {
        var open = new HashMap<String, Integer>();
        for (var fact : ledger.facts.all()) {
            if (!fact.isOpening() && fact.isPresent()) {
                open.merge(
                        fact.name() + "|" + fact.current().postMonth() + "|"
                                + fact.current().signedMinor(),
                        1,
                        Integer::sum);
            }
        }
        for (var line : source.lines()) {
            if (!line.present() || !read.contains(scope(line))) {
                continue;
            }
            var name =
                    String.join("|", line.org(), line.property(), line.basis(), line.book(), line.account(), line.id());
            int left = open.merge(name + "|" + line.postMonth() + "|" + line.signedMinor(), -1, Integer::sum);
            if (findings.broken(Invariant.I9, left >= 0)) {
                findings.add(Invariant.I9, line.place(), "known to the ledger with " + line.signedMinor(), "not so");
            }
        }
        for (var fact : ledger.facts.all()) {
            var month = fact.current().postMonth();
            var key = fact.name() + "|" + month + "|" + fact.current().signedMinor();
            if (!fact.isOpening() && fact.isPresent() && read.contains(fact.scope(month))) {
                int left = open.getOrDefault(key, 0);
                if (findings.broken(Invariant.I9, left <= 0)) {
                    findings.add(
                            Invariant.I9,
                            fact.place(),
                            "to stand in the source with " + fact.current().signedMinor(),
                            "not so");
                }
            }
        }
    }

    private void sameOpenings(SourceState source, Set<String> read) {
        var truth = new HashMap<String, Long>();
        source.openings()
                .forEach(o -> truth.merge(
                        String.join(
                                "|",
                                o.org(),
                                o.property(),
                                o.basis(),
                                o.book(),
                                o.account(),
                                "opening:" + o.postMonth()),
                        o.signedMinor(),
                        Long::sum));
        for (var fact : ledger.facts.all()) {
            var month = fact.sourceId.substring(fact.sourceId.indexOf(':') + 1);
            if (!fact.isOpening() || !read.contains(fact.scope(month))) {
                continue;
            }
            long stands = truth.getOrDefault(fact.name(), 0L);
            if (findings.broken(Invariant.I9, stands == fact.current().signedMinor())) {
                findings.add(
                        Invariant.I9,
                        "opening of " + fact.place(),
                        "the source's balance, " + stands,
                        "" + fact.current().signedMinor());
            }
        }
    }

    private static String scope(SourceLine line) {
        return String.join("|", line.org(), line.property(), line.basis(), line.book(), line.postMonth());
    }
}
