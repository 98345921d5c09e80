package io.tieout.mapping;

import java.util.Optional;
import java.util.stream.Stream;

/** The accounting system a mapping posts to. */
public enum TargetKind {
    QUICKBOOKS("quickbooks"),
    XERO("xero");

    private final String code;

    TargetKind(String code) {
        this.code = code;
    }

    /** The word used in mapping files. */
    public String code() {
        return code;
    }

    public static Optional<TargetKind> of(String code) {
        return Stream.of(values()).filter(v -> v.code.equals(code)).findFirst();
    }
}
