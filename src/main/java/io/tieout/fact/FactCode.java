package io.tieout.fact;

import io.tieout.finding.Category;
import io.tieout.finding.FindingCode;
import io.tieout.finding.Severity;

/** What can be wrong with a reading as a whole: identity T1 and the stability of its ids. */
public enum FactCode implements FindingCode {
    CLOSING_DIFFERS("F001", Severity.ERROR, "account does not close"),
    NET_CHANGE_DIFFERS("F002", Severity.ERROR, "net change is not closing minus opening"),
    LINES_DIFFER("F003", Severity.ERROR, "lines do not add up to the account's totals"),
    MONTH_UNBALANCED("F004", Severity.ERROR, "month does not balance"),
    OPENING_DIFFERS("F005", Severity.ERROR, "opening differs from the closing of the month before"),
    IDS_REPEATED("F006", Severity.WARNING, "source ids stand on several lines"),
    SIDES_NORMALISED("F007", Severity.NOTE, "totals count a negative side as its opposite");

    private final String id;
    private final Severity severity;
    private final String title;

    FactCode(String id, Severity severity, String title) {
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
        return Category.SOURCE_DATA;
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
