package io.tieout.target.quickbooks;

import io.tieout.finding.Category;
import io.tieout.finding.FindingCode;
import io.tieout.finding.Severity;

/** What can be wrong between us and QuickBooks, apart from single documents. */
enum QuickBooksCode implements FindingCode {
    UNREACHABLE("T001", Category.OUTSIDE, "QuickBooks cannot be reached"),
    TOKEN_REFUSED("T002", Category.OUTSIDE, "QuickBooks refuses the access token"),
    WRONG_COMPANY("T003", Category.OUTSIDE, "the access token does not open this QuickBooks company"),
    NOT_UNDERSTOOD("T004", Category.OUTSIDE, "an answer of QuickBooks cannot be understood"),
    THROTTLED("T005", Category.OUTSIDE, "QuickBooks takes no more calls for now"),
    CALL_REFUSED("T006", Category.OUTSIDE, "QuickBooks refuses a reading call"),
    ADDRESS("T007", Category.CONFIG, "the QuickBooks address cannot be used"),
    CURRENCY("T008", Category.CONFIG, "the company's currency cannot be kept to the cent");

    private final String id;
    private final Category category;
    private final String title;

    QuickBooksCode(String id, Category category, String title) {
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
