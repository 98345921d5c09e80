package io.tieout.mapping;

import java.util.Optional;
import java.util.stream.Stream;

/** What happens to lines of a month that is closed for us. */
public enum LatePolicy {
    HOLD("hold"),
    CARRY("carry");

    private final String code;

    LatePolicy(String code) {
        this.code = code;
    }

    /** The word used in mapping files. */
    public String code() {
        return code;
    }

    public static Optional<LatePolicy> of(String code) {
        return Stream.of(values()).filter(v -> v.code.equals(code)).findFirst();
    }
}
