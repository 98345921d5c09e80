package io.tieout.flow;

import io.tieout.finding.Category;
import io.tieout.finding.FindingCode;
import io.tieout.finding.Severity;

/** What the use cases themselves find. */
public enum FlowCode implements FindingCode {
    NO_MAPPING("C001", Category.CONFIG, Severity.ERROR, "no mapping file for the company"),
    NOT_PUBLISHED("C002", Category.CONFIG, Severity.ERROR, "mapping is not published"),
    WRONG_ORGANISATION("C003", Category.CONFIG, Severity.ERROR, "credentials reach another organisation"),
    WRONG_COMPANY("C004", Category.CONFIG, Severity.ERROR, "connection reaches another company"),
    UNKNOWN_SELECTOR("C005", Category.CONFIG, Severity.ERROR, "selector names nothing"),
    MISSING_PROPERTY("C006", Category.CONFIG, Severity.ERROR, "property is not in the source"),
    MISSING_CALL("C008", Category.CONFIG, Severity.ERROR, "credentials may not make a call that is needed"),
    PLAN_NOT_FOUND("C009", Category.CONFIG, Severity.ERROR, "no such plan"),
    NOTHING_READ("C011", Category.HELD, Severity.ERROR, "nothing was read yet"),
    DOCUMENT_NOT_FOUND("C012", Category.CONFIG, Severity.ERROR, "no such document"),
    ALREADY_POSTED("C015", Category.CONFIG, Severity.ERROR, "already posted"),
    LINE_NOT_FOUND("C013", Category.CONFIG, Severity.ERROR, "no such source line"),
    PLAN_CHANGED("P101", Category.HELD, Severity.ERROR, "plan is out of date"),
    GUARD_RAIL("P102", Category.HELD, Severity.ERROR, "outside the guard rails"),
    REFUSED("P103", Category.HELD, Severity.ERROR, "target refused a document"),
    QUARANTINED("P104", Category.HELD, Severity.ERROR, "target holds something else than planned"),
    UNKNOWN_OUTCOME("P105", Category.OUTSIDE, Severity.ERROR, "outcome unknown, not sent again"),
    UNKNOWN_BLOCKS("P106", Category.OUTSIDE, Severity.ERROR, "unknown outcomes block new postings"),
    NOT_SENT("P107", Category.OUTSIDE, Severity.ERROR, "target did not take the call"),
    DOUBLED("P108", Category.HELD, Severity.ERROR, "target holds a document too often"),
    SNAPSHOT_UNUSABLE("F101", Category.SOURCE_DATA, Severity.ERROR, "reading is not complete"),
    SUB_LEDGERS_NOT_READ("F106", Category.OUTSIDE, Severity.WARNING, "receivables and payables were not read"),
    NOT_COVERED("F105", Category.OUTSIDE, Severity.WARNING, "not read this time"),
    IDS_SHARED("F104", Category.SOURCE_DATA, Severity.NOTE, "two bases share source ids"),
    MARK_UNKNOWN("W101", Category.OUTSIDE, Severity.WARNING, "export mark not confirmed"),
    MARK_HELD("W102", Category.HELD, Severity.WARNING, "export mark held: source id stands on several lines"),
    STOPPED_BY_PERSON("C014", Category.HELD, Severity.WARNING, "stopped on request");

    private final String id;
    private final Category category;
    private final Severity severity;
    private final String title;

    FlowCode(String id, Category category, Severity severity, String title) {
        this.id = id;
        this.category = category;
        this.severity = severity;
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
        return severity;
    }

    @Override
    public String title() {
        return title;
    }
}
