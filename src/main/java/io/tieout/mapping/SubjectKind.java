package io.tieout.mapping;

import java.util.Optional;
import java.util.stream.Stream;

/** What kind of source code a rule is about. */
public enum SubjectKind {
    GL_ACCOUNT("gl-accounts"),
    AR_CODE("ar-codes"),
    AP_CODE("ap-codes"),
    PAYMENT_TYPE("payment-types"),
    BANK_ACCOUNT("bank-accounts"),
    VENDOR("vendors"),
    TAG("tags");

    private final String code;

    SubjectKind(String code) {
        this.code = code;
    }

    /** The word used in mapping files. */
    public String code() {
        return code;
    }

    public static Optional<SubjectKind> of(String code) {
        return Stream.of(values()).filter(v -> v.code.equals(code)).findFirst();
    }
}
