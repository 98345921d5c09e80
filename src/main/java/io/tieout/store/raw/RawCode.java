package io.tieout.store.raw;

import io.tieout.finding.Category;
import io.tieout.finding.FindingCode;
import io.tieout.finding.Severity;

/** Findings of the store of saved answers. */
public enum RawCode implements FindingCode {
    STORE_FAILED("L101", Category.INVARIANT, "saved answers cannot be written or read"),
    ANSWER_DAMAGED("L102", Category.INVARIANT, "saved answer is not what was saved");

    private final String id;
    private final Category category;
    private final String title;

    RawCode(String id, Category category, String title) {
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
