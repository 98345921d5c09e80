package io.tieout.sandbox.entrata.portfolio;

/** Accounts and codes of the worked chart that generated entries use. */
final class Chart {

    static final long BANK = 210001;
    static final long DEPOSIT_BANK = 210002;
    static final long UNDEPOSITED = 210003;
    static final long RECEIVABLES = 210004;
    static final long PAYABLES = 220001;
    static final long DEPOSITS_HELD = 220002;
    static final long PREPAID = 220003;
    static final long ACCRUED = 220004;
    static final long EQUITY = 230001;
    static final long CONCESSIONS = 240006;
    static final long PLUMBING = 260001;
    static final long LANDSCAPING = 260002;
    static final long WATER = 260003;

    static final long RENT = 31001;
    static final long PARKING = 31002;
    static final long LATE_FEE = 31003;
    static final long NSF_FEE = 31004;
    static final long CONCESSION = 31005;
    static final long DEPOSIT = 31006;
    static final long DAMAGES = 31007;
    static final long REFUND = 31008;
    static final long PAYMENT = 31009;

    static final long BOOK = 616;
    static final int RESIDENT_LEDGER = 11;
    static final int DEPOSIT_LEDGER = 12;

    private Chart() {}
}
