package io.tieout.fact;

/** The accounting basis of a reading. Accrual and cash are two readings of the same method, not two fields of one. */
public enum Basis {
    ACCRUAL,
    CASH;

    /** Lower-case name as in mappings and keys: {@code accrual}, {@code cash}. */
    public String code() {
        return this == ACCRUAL ? "accrual" : "cash";
    }
}
