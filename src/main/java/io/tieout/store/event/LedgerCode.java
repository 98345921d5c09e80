package io.tieout.store.event;

import io.tieout.finding.Category;
import io.tieout.finding.FindingCode;
import io.tieout.finding.Severity;

/** Findings of the ledger's storage. */
public enum LedgerCode implements FindingCode {
    LEDGER_IN_USE("L002", Category.BUSY, "another process uses this ledger"),
    OTHER_ENVIRONMENT("L003", Category.CONFIG, "ledger belongs to another environment"),
    COMMIT_FAILED("L004", Category.INVARIANT, "a commit failed, nothing further is written or sent"),
    CHAIN_BROKEN("L006", Category.INVARIANT, "chain of the ledger is broken at its first event"),
    LEASE_LOST("L014", Category.BUSY, "the right to write passed to another process"),
    RUN_IN_PROGRESS("L007", Category.BUSY, "a run of the company is in progress"),
    KEY_FILE("L008", Category.CONFIG, "signing key file cannot be used"),
    BEHIND_WITNESS("L009", Category.INVARIANT, "ledger is older than, or other than, its witness says"),
    READ_FAILED("L011", Category.OUTSIDE, "ledger cannot be read"),
    NO_SUCH_LINE("L013", Category.CONFIG, "the ledger knows no such line"),
    NIGHT_DONE("L012", Category.BUSY, "the night of this business date was already run");

    private final String id;
    private final Category category;
    private final String title;

    LedgerCode(String id, Category category, String title) {
        this.id = id;
        this.category = category;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Category category() {
        return category;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return title;
    }
}
