package io.tieout.store.sql;

import io.tieout.finding.Category;
import io.tieout.finding.FindingCode;
import io.tieout.finding.Severity;

/** Findings of opening any store; the ids stand in one row with the ledger's own. */
public enum StoreCode implements FindingCode {
    NOT_DURABLE("L001", "database does not keep what it confirms"),
    CANNOT_OPEN("L005", "store cannot be opened"),
    NEWER_SCHEMA("L010", "store was written by a newer version");

    private final String id;
    private final String title;

    StoreCode(String id, String title) {
        this.id = id;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Category category() {
        return Category.CONFIG;
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
