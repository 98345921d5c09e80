package io.tieout.mapping;

import java.util.Optional;
import java.util.stream.Stream;

/** What happens to the marks of source ids that stand on several lines: wait for a person, or treat the id as that of a whole entry. */
public enum RepeatedIdPolicy {
    HOLD("hold"),
    HEADER("header");

    private final String code;

    RepeatedIdPolicy(String code) {
        this.code = code;
    }

    /** The word used in mapping files. */
    public String code() {
        return code;
    }

    public static Optional<RepeatedIdPolicy> of(String code) {
        return Stream.of(values()).filter(v -> v.code.equals(code)).findFirst();
    }
}
