package io.tieout.mapping;

import java.util.Optional;
import java.util.stream.Stream;

/** Where vendor bills are paid, in the bill modes. */
public enum ApPayments {
    ENTRATA("entrata"),
    TARGET("target");

    private final String code;

    ApPayments(String code) {
        this.code = code;
    }

    /** The word used in mapping files. */
    public String code() {
        return code;
    }

    public static Optional<ApPayments> of(String code) {
        return Stream.of(values()).filter(v -> v.code.equals(code)).findFirst();
    }
}
