package io.tieout.selftest.checker;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attempts, answers and verdicts: the order of commits (I11), and what may be sent again (I4, I16, I17). */
final class CallEvents {

    /** What one proof of absence takes of each kind of search. */
    private static final int LOOKS_MIN = 2;

    private final Findings findings;
    private final Ledger ledger;
    private final PlanEvents plans;
    private final Documents documents;
    private final Set<Posting> refused = new LinkedHashSet<>();
    private final Set<Posting> matched = new LinkedHashSet<>();
    private @Nullable Attempt judgedForUnknown;

    CallEvents(Findings findings, Ledger ledger, PlanEvents plans, Documents documents) {
        this.findings = findings;
        this.ledger = ledger;
        this.plans = plans;
        this.documents = documents;
    }

    void runOpened(LedgerEvent event, Company company, long step) {
        company.runStep = step;
        company.openRuns.put(event.text("run_id"), event.text("kind"));
        epoch(event, company, event.number("epoch"));
    }

    void runClosed(LedgerEvent event, Company company) {
        boolean open = company.openRuns.remove(event.text("run_id")) != null;
        if (findings.broken(Invariant.L3, open && company.closedRuns.add(event.text("run_id")))) {
            findings.add(Invariant.L3, event.place(), "the end of a run in progress", "run " + event.text("run_id"));
        }
        boolean honest = !event.text("outcome").equals("clean") || company.doubtful.isEmpty();
        if (findings.broken(Invariant.L3, honest)) {
            findings.add(
                    Invariant.L3,
                    event.place(),
                    "no clean end while outcomes are unknown",
                    company.doubtful.size() + " unknown, for example "
                            + company.doubtful.iterator().next().place());
        }
    }

    void attempt(LedgerEvent event, Company company, long step) {
        var attempt = new Attempt(event, step);
        if (findings.broken(Invariant.I10, ledger.attempts.putIfAbsent(attempt.id, attempt) == null)) {
            findings.add(Invariant.I10, event.place(), "a new attempt", "attempt " + attempt.id + " again");
        }
        if (findings.broken(Invariant.I19, attempt.company.equals(company.key))) {
            findings.add(Invariant.I19, event.place(), "company " + company.key, attempt.company);
        }
        epoch(event, company, attempt.epoch);
        company.attempts(attempt.key).add(attempt);
    }

    void attemptItem(LedgerEvent event) {
        var attempt = ledger.attempts.get(event.text("attempt_id"));
        var posting = ledger.postings.get(event.text("posting_id"));
        if (findings.broken(Invariant.I10, attempt != null && posting != null)) {
            findings.add(
                    Invariant.I10,
                    event.place(),
                    "an attempt and an intent before it",
                    event.payload().toString());
        }
        if (attempt == null || posting == null) {
            return;
        }
        var company = ledger.company(posting.company);
        plans.planned(posting);
        if (findings.broken(Invariant.I11, Edges.attempt(posting.state))) {
            findings.add(illegal(posting), event.place(), posting.place() + " to be " + Edges.INTENT, posting.state);
        }
        var last = posting.lastSend();
        if (last == null) {
            demandExamined(event, company, attempt);
        } else {
            demandSameCall(event, posting, last, attempt, event.text("item_id"));
            demandProof(event, company, posting, last);
        }
        attempt.items.add(new Attempt.Item(posting, event.text("item_id")));
        posting.sends.add(new Posting.Send(attempt, event.text("item_id"), company.looks(posting)));
        posting.emptyLooks = 0;
        become(company, posting, Edges.SENT);
    }

    void outcome(LedgerEvent event) {
        var posting = ledger.postings.get(event.text("posting_id"));
        var send = posting == null ? null : send(posting, event.text("attempt_id"));
        if (findings.broken(Invariant.I10, send != null)) {
            findings.add(
                    Invariant.I10,
                    event.place(),
                    "an attempt with the document before it",
                    event.payload().toString());
        }
        if (posting == null || send == null) {
            return;
        }
        var outcome = event.text("outcome");
        var state = event.text("state");
        boolean legal = Edges.answer(posting.state, outcome, state) && send == posting.lastSend();
        if (findings.broken(Invariant.I11, legal)) {
            findings.add(
                    Invariant.I11,
                    event.place(),
                    "an edge from " + posting.state,
                    outcome + " to " + state + " of " + posting.place());
        }
        send.outcome = outcome;
        var request = send.attempt.request;
        boolean provable = !outcome.equals("NOT_APPLIED") || request == null || !request.committed();
        if (findings.broken(Invariant.I16, provable)) {
            findings.add(
                    Invariant.I16, event.place(), "not applied only when nothing was stored", request + " committed");
        }
        become(ledger.company(posting.company), posting, state);
    }

    void verdict(LedgerEvent event, long step, boolean recovering) {
        var posting = ledger.postings.get(event.text("posting_id"));
        if (findings.broken(Invariant.I10, posting != null)) {
            findings.add(Invariant.I10, event.place(), "an intent before it", event.text("posting_id"));
        }
        if (posting == null) {
            return;
        }
        var state = event.text("state");
        boolean mayHaveLeft = posting.mayHaveLeft() || !posting.sentSha256.isEmpty() || recovering;
        if (findings.broken(Invariant.I11, Edges.verdict(posting.state, state, mayHaveLeft))) {
            findings.add(
                    Invariant.I11,
                    event.place(),
                    "an edge from " + posting.state,
                    "a verdict to " + state + " of " + posting.place());
        }
        var send = posting.lastSend();
        if (send != null && state.equals(Edges.INTENT)) {
            send.provenAbsent = true;
        }
        // Settled by a search after silence: the outcome was unknown on the way.
        posting.doubted |= posting.state.equals(Edges.SENT) && send != null && send.outcome.isEmpty();
        posting.examinedStep = step;
        posting.lateOnTheWire = null;
        become(ledger.company(posting.company), posting, state);
    }

    /** What must hold between commits: refused documents hold no line. */
    void check() {
        for (var posting : refused) {
            var company = ledger.company(posting.company);
            boolean free = posting.claims.stream()
                    .map(c -> company.claims.get(c.fact().id))
                    .noneMatch(h -> h != null && h.active() && h.posting() == posting);
            if (findings.broken(Invariant.I11, free)) {
                findings.add(Invariant.I11, posting.place(), "claims released with the refusal", "lines still claimed");
            }
        }
        refused.clear();
    }

    /** Postings that came to be matched since the last call. */
    Set<Posting> takeMatched() {
        var taken = new LinkedHashSet<>(matched);
        matched.clear();
        return taken;
    }

    void forget() {
        refused.clear();
        matched.clear();
        judgedForUnknown = null;
    }

    private void become(Company company, Posting posting, String state) {
        posting.state = state;
        if (Edges.isDoubtful(state)) {
            company.doubtful.add(posting);
        } else {
            company.doubtful.remove(posting);
        }
        posting.doubted |= state.equals(Edges.UNKNOWN);
        posting.quarantined |= state.equals(Edges.QUARANTINED);
        if (state.equals(Edges.REJECTED)) {
            refused.add(posting);
        }
        if (Edges.isMatched(state)) {
            matched.add(posting);
        }
    }

    private void epoch(LedgerEvent event, Company company, long epoch) {
        boolean right = epoch == event.epoch() && epoch >= company.newestEpoch;
        if (findings.broken(Invariant.I14, right)) {
            findings.add(
                    Invariant.I14,
                    event.place(),
                    "the block's epoch " + event.epoch() + ", not below " + company.newestEpoch,
                    "epoch " + epoch);
        }
        company.newestEpoch = Math.max(company.newestEpoch, epoch);
    }

    private static Invariant illegal(Posting posting) {
        return Edges.isInert(posting.state) ? Invariant.I20 : Invariant.I11;
    }

    private void demandExamined(LedgerEvent event, Company company, Attempt attempt) {
        if (judgedForUnknown == attempt) {
            return;
        }
        judgedForUnknown = attempt;
        Posting open = null;
        for (var other : company.doubtful) {
            var send = other.lastSend();
            long since = Math.max(company.runStep, send == null ? 0 : send.attempt.step);
            if (other.examinedStep < since && (send == null || send.attempt != attempt)) {
                open = other;
                break;
            }
        }
        if (findings.broken(Invariant.I17, open == null) && open != null) {
            findings.add(
                    Invariant.I17, event.place(), "nothing new before " + open.place() + " is examined", open.state);
        }
    }

    private void demandSameCall(LedgerEvent event, Posting posting, Posting.Send last, Attempt attempt, String itemId) {
        // QuickBooks keeps requestid and bId; Xero's key is that of the call's own body.
        boolean keyed = !posting.company.startsWith("quickbooks:") || last.attempt.key.equals(attempt.key);
        if (findings.broken(Invariant.I4, keyed && last.itemId.equals(itemId))) {
            findings.add(
                    Invariant.I4,
                    event.place(),
                    "key " + last.attempt.key + " and item " + last.itemId + " as before",
                    "key " + attempt.key + " and item " + itemId);
        }
    }

    private void demandProof(LedgerEvent event, Company company, Posting posting, Posting.Send last) {
        if (last.outcome.equals("NOT_APPLIED")) {
            findings.broken(Invariant.I16, true);
            return;
        }
        if (findings.broken(Invariant.I16, last.provenAbsent)) {
            findings.add(
                    Invariant.I16,
                    event.place(),
                    "not applied, or proven absent, before it goes again",
                    last.outcome.isEmpty() ? "no outcome" : last.outcome);
            return;
        }
        int lists = company.lists - last.looksBefore.lists();
        int controls = company.controls - last.looksBefore.controls();
        boolean seen = lists >= LOOKS_MIN
                && posting.emptyLooks >= LOOKS_MIN
                && (controls >= LOOKS_MIN || documents.standing(company.key) == 0);
        if (findings.broken(Invariant.I16, seen)) {
            findings.add(
                    Invariant.I16,
                    event.place(),
                    "two lists, two empty searches by number and two controls found since the last call",
                    lists + " lists, " + posting.emptyLooks + " empty searches, " + controls + " controls");
        }
    }

    private static Posting.@Nullable Send send(Posting posting, String attemptId) {
        for (int i = posting.sends.size() - 1; i >= 0; i--) {
            if (posting.sends.get(i).attempt.id.equals(attemptId)) {
                return posting.sends.get(i);
            }
        }
        return null;
    }
}
