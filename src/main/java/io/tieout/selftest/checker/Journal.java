package io.tieout.selftest.checker;

import java.util.List;

/** Leads what happens to the rules it concerns, in the order in which it happened. */
final class Journal {

    private static final String COMPANY = "company/";

    private final Findings findings = new Findings();
    private final Ledger ledger = new Ledger(findings);
    private final Streams streams = new Streams(findings);
    private final Recovery recovery = new Recovery(findings);
    private final Quotas quotas;
    private final People people;
    private final Documents documents;
    private final Sends sends;
    private final PlanEvents plans;
    private final CallEvents calls;
    private final Marks marks;
    private long step;
    private long targetChanges;
    private long sourceChanges;

    Journal(Rules rules) {
        this.quotas = new Quotas(findings, rules);
        this.people = new People(findings, rules);
        this.documents = new Documents(findings, ledger, rules);
        this.sends = new Sends(findings, ledger);
        this.plans = new PlanEvents(findings, ledger, people);
        this.calls = new CallEvents(findings, ledger, plans, documents);
        this.marks = new Marks(findings, ledger, documents);
    }

    void event(LedgerEvent event) {
        if (streams.accept(event)) {
            fold(event);
        }
    }

    void request(Request request) {
        step++;
        quotas.accept(request);
        if (request.act().writes()) {
            recovery.demandOver(request);
        }
        if (request.act() == Request.Act.MARK) {
            marks.accept(request);
        } else {
            sends.accept(request);
        }
    }

    void storedItem(String postingId, String itemSha256) {
        var posting = ledger.postings.get(postingId);
        if (posting != null) {
            posting.itemSha256 = itemSha256;
        }
    }

    List<Violation> checkNow(TargetState target, SourceState source) {
        plans.check();
        calls.check();
        ledger.facts.check();
        if (target.changes() > targetChanges) {
            for (var document : target.changedSince(targetChanges)) {
                documents.seen(document, sends, recovery.covers(document.company()));
            }
            targetChanges = target.changes();
        }
        calls.takeMatched().forEach(documents::matched);
        if (source.changes() > sourceChanges) {
            source.changedSince(sourceChanges).forEach(marks::seen);
            sourceChanges = source.changes();
        }
        return findings.news();
    }

    AtRest atRest(TargetState target, SourceState source, Expectation expectation) {
        checkNow(target, source);
        new Rest(findings, ledger, marks, expectation).check();
        new Whole(findings, ledger, documents).check(target.documents());
        var verdicts = new Standing(findings, ledger, documents, expectation).verdicts(target, source);
        new Conservation(findings, ledger, documents, expectation).check(source);
        return new AtRest(findings.all(), verdicts, findings.checks());
    }

    void demandHeld(java.util.Map<String, Long> eventsByStream) {
        streams.demandHeld(eventsByStream);
    }

    void restored(Iterable<LedgerEvent> events) {
        streams.forget();
        ledger.forget();
        marks.forgetLedger();
        plans.forget();
        calls.forget();
        findings.mute(true);
        events.forEach(this::event);
        findings.mute(false);
        marks.forgetAnnounced();
        sends.relink();
        recovery.restored();
    }

    List<Violation> violations() {
        return findings.all();
    }

    private void fold(LedgerEvent event) {
        step++;
        if (event.stream().startsWith(COMPANY)) {
            ofCompany(event, ledger.company(event.stream().substring(COMPANY.length())));
            return;
        }
        switch (event.kind()) {
            case "SNAPSHOT_TAKEN" -> ledger.facts.snapshot(event);
            case "FACT_SEEN" -> ledger.facts.seen(event);
            case "FACT_VERSION" -> ledger.facts.version(event);
            case "FACT_ABSENCE" -> ledger.facts.absence(event);
            case "MARK_INTENT" -> marks.intent(event);
            case "MARK_OUTCOME" -> marks.outcome(event);
            default -> recovery(event);
        }
    }

    private void ofCompany(LedgerEvent event, Company company) {
        switch (event.kind()) {
            case "RUN_OPENED" -> calls.runOpened(event, company, step);
            case "RUN_CLOSED" -> calls.runClosed(event, company);
            case "PLAN_MADE" -> people.plan(event, company);
            case "MAPPING_PUBLISHED" -> people.mapping(event, company);
            case "OPENING_ACCEPTED" -> people.openingAccepted(event);
            case "HOLD", "RELEASE", "EXCLUDE" -> people.decision(event, company);
            case "POSTING_INTENT" -> plans.intent(event, company);
            case "POSTING_LINE" -> plans.line(event);
            case "CLAIM" -> plans.claim(event, company);
            case "POSTING_ATTEMPT" -> calls.attempt(event, company, step);
            case "ATTEMPT_ITEM" -> calls.attemptItem(event);
            case "POSTING_OUTCOME" -> calls.outcome(event);
            case "POSTING_VERDICT" -> calls.verdict(event, step, recovery.covers(company.key));
            default -> recovery(event);
        }
    }

    private void recovery(LedgerEvent event) {
        switch (event.kind()) {
            case "RECOVERY_STARTED" -> recovery.started(event);
            case "RECOVERY_APPROVED" -> {
                people.recoveryApproved(event);
                recovery.approved(event);
            }
            default -> {
                // Answers, totals, texts, heads and kinds of newer programs: nothing here depends on them.
            }
        }
    }
}
