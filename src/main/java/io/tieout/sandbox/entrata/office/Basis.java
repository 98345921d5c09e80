package io.tieout.sandbox.entrata.office;

/** The two bases of Entrata's books: two reads of one method ({@code isCashBook}), not two fields of one read. */
public enum Basis {
    ACCRUAL,
    CASH
}
