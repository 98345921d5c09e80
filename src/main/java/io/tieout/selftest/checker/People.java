package io.tieout.selftest.checker;

/** What persons decided: two of them for a mapping (I18), and always who, when and why (I25). */
final class People {

    private final Findings findings;
    private final Rules rules;

    People(Findings findings, Rules rules) {
        this.findings = findings;
        this.rules = rules;
    }

    void mapping(LedgerEvent event, Company company) {
        said(event, "author", "approver", "reason", "published_at");
        boolean two = !rules.twoPersons() || !event.text("author").equals(event.text("approver"));
        if (findings.broken(Invariant.I18, two)) {
            findings.add(
                    Invariant.I18,
                    event.place(),
                    "an approver other than the author " + event.text("author"),
                    event.text("approver"));
            return;
        }
        company.mappings.add(event.text("mapping_hash"));
    }

    void plan(LedgerEvent event, Company company) {
        company.plans.put(event.text("plan_id"), event.text("mapping_hash"));
    }

    void decision(LedgerEvent event, Company company) {
        said(event, "decided_by", "reason", "decided_at");
        company.decisions.put(event.number("fact_id"), event.kind());
    }

    void openingAccepted(LedgerEvent event) {
        said(event, "accepted_by", "accepted_at");
    }

    void recoveryApproved(LedgerEvent event) {
        said(event, "approved_by", "reason", "approved_at");
    }

    /** The mapping of a document was published before, and is the one of its plan. */
    void intent(LedgerEvent event, Company company) {
        var hash = event.text("mapping_hash");
        if (findings.broken(Invariant.I18, company.mappings.contains(hash))) {
            findings.add(Invariant.I18, event.place(), "a mapping version that was published before", hash);
        }
        var planned = company.plans.get(event.text("plan_id"));
        if (findings.broken(Invariant.I18, hash.equals(planned))) {
            findings.add(
                    Invariant.I18,
                    event.place(),
                    "plan " + event.text("plan_id") + " made under mapping " + hash,
                    planned == null ? "no such plan" : "made under mapping " + planned);
        }
    }

    private void said(LedgerEvent event, String... members) {
        for (var member : members) {
            if (findings.broken(Invariant.I25, !event.text(member).isBlank())) {
                findings.add(Invariant.I25, event.place(), "a " + member, "none");
            }
        }
    }
}
