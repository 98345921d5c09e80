package io.tieout.plan;

import io.tieout.finding.Category;
import io.tieout.finding.FindingCode;
import io.tieout.finding.Severity;

/** What planning can find. Every code is described in {@code docs/ERRORS.md}; ids never change their meaning. */
public enum PlanCode implements FindingCode {
    UNMAPPED("P001", Category.HELD, Severity.ERROR, "code not mapped: lines held"),
    SUSPENSE("P002", Category.HELD, Severity.WARNING, "code not mapped: lines go to suspense"),
    BLOCKED("P003", Category.HELD, Severity.ERROR, "code not mapped: month blocked"),
    RULE_HOLD("P004", Category.HELD, Severity.NOTE, "lines held by a rule"),
    ACCOUNT_MISSING("P005", Category.HELD, Severity.ERROR, "target account not found"),
    ACCOUNT_CLOSED("P006", Category.HELD, Severity.ERROR, "target account cannot take journal entries"),
    DIMENSION("P007", Category.HELD, Severity.ERROR, "class or location cannot be used"),
    UNBALANCED("P008", Category.SOURCE_DATA, Severity.ERROR, "month does not balance"),
    CLOSED_MONTH("P009", Category.HELD, Severity.WARNING, "lines of a closed month held"),
    CARRIED("P010", Category.HELD, Severity.NOTE, "lines of a closed month carried forward"),
    MONTH_OPEN("P011", Category.HELD, Severity.NOTE, "lines wait for the source's month to advance"),
    TOO_LARGE("P012", Category.HELD, Severity.ERROR, "balanced group too large for one entry"),
    CURRENCY("P013", Category.HELD, Severity.ERROR, "currency is not the company's"),
    BLACKOUT("P014", Category.HELD, Severity.NOTE, "blackout day"),
    FLOW_MODE("P015", Category.HELD, Severity.ERROR, "flow mode not covered"),
    OPENING_HELD("P016", Category.HELD, Severity.ERROR, "opening balances held"),
    OPENING_CHANGED("P017", Category.HELD, Severity.ERROR, "opening balance changed after it was posted"),
    EXCLUSION_UNBALANCES("P018", Category.HELD, Severity.WARNING, "an exclusion leaves lines that do not balance"),
    PERSON_HOLD("P019", Category.HELD, Severity.NOTE, "lines held by a person"),
    NOT_OF_MAPPING("P020", Category.CONFIG, Severity.WARNING, "month is not of this mapping");

    private final String id;
    private final Category category;
    private final Severity severity;
    private final String title;

    PlanCode(String id, Category category, Severity severity, String title) {
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
