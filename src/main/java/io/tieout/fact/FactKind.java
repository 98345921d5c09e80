package io.tieout.fact;

/** What kind of source record a fact is. The codes are part of every key and never change. */
public enum FactKind {
    /** One detail line of the general ledger. */
    GL_LINE("gl"),
    /** The opening balance of one account at the cutover month. */
    OPENING("opening"),
    /** One charge, credit, deposit, payment or reversal of a resident's ledger. */
    AR_TRANSACTION("ar"),
    /** One resident payment. */
    AR_PAYMENT("ar-payment"),
    /** One vendor invoice. */
    AP_INVOICE("ap"),
    /** One payment of a vendor invoice. */
    AP_PAYMENT("ap-payment");

    private final String code;

    FactKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
