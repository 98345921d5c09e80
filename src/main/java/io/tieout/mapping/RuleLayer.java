package io.tieout.mapping;

import java.util.Optional;
import java.util.stream.Stream;

/** Where a rule stands; a later layer wins over an earlier one. */
public enum RuleLayer {
    DEFAULT("default"),
    COMPANY("company"),
    PROPERTY("property"),
    EXCEPTION("exception");

    private final String code;

    RuleLayer(String code) {
        this.code = code;
    }

    /** The word used in mapping files. */
    public String code() {
        return code;
    }

    public static Optional<RuleLayer> of(String code) {
        return Stream.of(values()).filter(v -> v.code.equals(code)).findFirst();
    }
}
