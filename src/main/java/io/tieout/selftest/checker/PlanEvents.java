package io.tieout.selftest.checker;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Intents with their lines and claims, and what must hold of a plan before it is sent. */
final class PlanEvents {

    private final Findings findings;
    private final Ledger ledger;
    private final People people;
    private final Set<Posting> unchecked = new LinkedHashSet<>();

    PlanEvents(Findings findings, Ledger ledger, People people) {
        this.findings = findings;
        this.ledger = ledger;
        this.people = people;
    }

    void intent(LedgerEvent event, Company company) {
        var posting = new Posting(event);
        people.intent(event, company);
        if (findings.broken(Invariant.I19, posting.company.equals(company.key))) {
            findings.add(Invariant.I19, event.place(), "company " + company.key, posting.company);
        }
        if (findings.broken(Invariant.I10, ledger.postings.putIfAbsent(posting.id, posting) == null)) {
            findings.add(Invariant.I10, event.place(), "a new posting", "posting " + posting.id + " again");
        }
        if (findings.broken(Invariant.I1, company.add(posting))) {
            findings.add(
                    Invariant.I1,
                    event.place(),
                    "a business key and marker of its own",
                    posting.baseKey + ", " + posting.marker + " again");
        }
        unchecked.add(posting);
    }

    void line(LedgerEvent event) {
        var posting = known(event);
        if (posting != null) {
            posting.lines.add(new Posting.Line(
                    event.number("line_no"),
                    new Document.Line(
                            event.text("account_id"),
                            event.text("side"),
                            event.number("amount_minor"),
                            event.text("class_id"),
                            event.text("location_id"))));
        }
    }

    void claim(LedgerEvent event, Company company) {
        var posting = known(event);
        var fact = ledger.facts.get(event.number("fact_id"));
        if (findings.broken(Invariant.I10, fact != null)) {
            findings.add(
                    Invariant.I10, event.place(), "a line that was seen before", "line " + event.number("fact_id"));
        }
        if (posting == null || fact == null) {
            return;
        }
        var held = company.claims.get(fact.id);
        long ordinal = event.number("ordinal");
        boolean post = event.text("act").equals("POST");
        // A line is held by one document at most: odd ordinals take it, even ones give it back.
        boolean legal = ordinal == (held == null ? 0 : held.ordinal()) + 1 && post == (ordinal % 2 == 1);
        if (findings.broken(Invariant.I1, legal)) {
            findings.add(
                    Invariant.I1,
                    event.place(),
                    held == null ? "ordinal 1, POST" : "ordinal " + (held.ordinal() + 1),
                    "ordinal " + ordinal + ", " + event.text("act") + " of " + fact.place());
        }
        company.claims.put(
                fact.id, new Company.Held(ordinal, posting, event.number("version"), event.number("line_no")));
        if (post) {
            taken(event, company, posting, fact);
        } else {
            given(event, posting, held, fact);
        }
    }

    /** Checks the plans that are complete by now. */
    void check() {
        for (var posting : unchecked) {
            planned(posting);
        }
        unchecked.clear();
    }

    void forget() {
        unchecked.clear();
    }

    /** What is about to be sent must be complete and right. */
    void planned(Posting posting) {
        if (posting.planChecked) {
            return;
        }
        posting.planChecked = true;
        balanced(posting);
        carriesItsLines(posting);
        dated(posting);
    }

    private void taken(LedgerEvent event, Company company, Posting posting, Fact fact) {
        posting.claims.add(new Posting.Claim(fact, event.number("version"), event.number("line_no")));
        boolean early = posting.state.equals(Edges.INTENT) && !posting.mayHaveLeft();
        if (findings.broken(Invariant.I11, early)) {
            findings.add(Invariant.I11, event.place(), "claims with the intent", "a claim when it is " + posting.state);
        }
        if (findings.broken(Invariant.I10, fact.hasVersion(event.number("version")))) {
            findings.add(
                    Invariant.I10, event.place(), "a known version of " + fact.place(), "" + event.number("version"));
        }
        var decision = company.decisions.getOrDefault(fact.id, "RELEASE");
        if (findings.broken(Invariant.I20, decision.equals("RELEASE"))) {
            findings.add(
                    Invariant.I20, event.place(), "no document for " + fact.place(), "a claim in spite of " + decision);
        }
    }

    private void given(LedgerEvent event, Posting posting, Company.@Nullable Held held, Fact fact) {
        boolean own =
                held == null || held.posting() == posting || event.text("act").equals("REVERSE");
        boolean over = event.text("act").equals("REVERSE") || posting.state.equals(Edges.REJECTED);
        if (findings.broken(Invariant.I11, own && over)) {
            findings.add(
                    Invariant.I11,
                    event.place(),
                    "lines given back by their own document once it is " + Edges.REJECTED,
                    fact.place() + " given back by " + posting.place() + ", " + posting.state);
        }
    }

    private void balanced(Posting posting) {
        long debit = 0;
        long credit = 0;
        for (var line : posting.lines) {
            if (line.content().side().equals("D")) {
                debit += line.content().amountMinor();
            } else {
                credit += line.content().amountMinor();
            }
        }
        boolean whole = posting.lines.size() == posting.linesCount && posting.claims.size() == posting.claimsCount;
        if (findings.broken(Invariant.I5, debit == credit && debit == posting.totalMinor && whole)) {
            findings.add(
                    Invariant.I5,
                    posting.place(),
                    posting.linesCount + " lines, " + posting.claimsCount + " claims, debits and credits "
                            + posting.totalMinor,
                    posting.lines.size() + " lines, " + posting.claims.size() + " claims, debits " + debit
                            + ", credits " + credit);
        }
    }

    /** Each planned line carries exactly the source lines that stand on it, on their own side. */
    private void carriesItsLines(Posting posting) {
        var sums = new HashMap<Long, Long>();
        boolean sided = true;
        for (var claim : posting.claims) {
            sums.merge(claim.lineNo(), claim.content().signedMinor(), Long::sum);
        }
        for (var claim : posting.claims) {
            sided &= Long.signum(claim.content().signedMinor()) == Long.signum(sums.getOrDefault(claim.lineNo(), 0L));
        }
        if (findings.broken(Invariant.I8, sided)) {
            findings.add(Invariant.I8, posting.place(), "debits and credits apart", "a line of both sides");
        }
        for (var line : posting.lines) {
            long carried = sums.getOrDefault(line.no(), 0L);
            if (findings.broken(Invariant.I8, carried == line.content().signedMinor())) {
                findings.add(
                        Invariant.I8,
                        posting.place() + ", line " + line.no(),
                        "the sum of its source lines, " + carried,
                        "" + line.content().signedMinor());
            }
        }
        if (findings.broken(Invariant.I8, sums.size() == posting.lines.size())) {
            findings.add(
                    Invariant.I8,
                    posting.place(),
                    "a planned line for each source line",
                    posting.lines.size() + " planned lines, source lines on " + sums.size());
        }
    }

    /** The date is the one that the source lines and the rule give. */
    private void dated(Posting posting) {
        for (var claim : posting.claims) {
            var content = claim.content();
            boolean right = Dates.allowed(posting.date, posting.purpose, posting.month, content);
            if (findings.broken(Invariant.I15, right)) {
                findings.add(
                        Invariant.I15,
                        posting.place() + ", " + claim.fact().place(),
                        "a date by post date " + content.postDate() + " of " + content.postMonth(),
                        posting.date);
                return;
            }
        }
    }

    private @Nullable Posting known(LedgerEvent event) {
        var posting = ledger.postings.get(event.text("posting_id"));
        if (findings.broken(Invariant.I10, posting != null)) {
            findings.add(Invariant.I10, event.place(), "an intent before it", "posting " + event.text("posting_id"));
        }
        return posting;
    }
}
