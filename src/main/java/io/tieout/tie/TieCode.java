package io.tieout.tie;

import io.tieout.finding.Category;
import io.tieout.finding.FindingCode;
import io.tieout.finding.Severity;

/** What a tie-out finds. */
public enum TieCode implements FindingCode {
    MISSING_IN_TARGET("X001", Severity.ERROR, "posted entry is not in the target"),
    TWICE_IN_TARGET("X002", Severity.ERROR, "posted entry stands in the target more than once"),
    EDITED_IN_TARGET("X003", Severity.ERROR, "posted entry was changed in the target"),
    UNKNOWN_MARKER("X004", Severity.ERROR, "entry with a number of ours that the ledger does not know"),
    FOREIGN_ENTRY("X005", Severity.WARNING, "entry of somebody else on a mapped account"),
    SOURCE_CHANGED("X006", Severity.ERROR, "source line changed after it was posted"),
    SOURCE_GONE("X007", Severity.ERROR, "source line vanished after it was posted"),
    NO_SUB_LEDGER("X008", Severity.WARNING, "sub-ledger was not read");

    private final String id;
    private final Severity severity;
    private final String title;

    TieCode(String id, Severity severity, String title) {
        this.id = id;
        this.severity = severity;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Category category() {
        return Category.HELD;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String title() {
        return title;
    }
}
