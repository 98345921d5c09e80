package io.tieout.plan;

/** What an account of the target is, as far as the rules for entries care. */
public enum AccountClass {
    BANK,
    /** The target's own receivables account: closed to journal entries. */
    RECEIVABLE,
    /** The target's own payables account: closed to journal entries. */
    PAYABLE,
    /** Kept by the target itself at year end. */
    RETAINED_EARNINGS,
    ASSET,
    LIABILITY,
    EQUITY,
    INCOME,
    EXPENSE;

    public boolean isBalanceSheet() {
        return this != INCOME && this != EXPENSE;
    }
}
