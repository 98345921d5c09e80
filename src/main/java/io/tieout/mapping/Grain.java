package io.tieout.mapping;

import java.util.Optional;
import java.util.stream.Stream;

/** How GL lines are gathered into journal entries, narrow to wide. */
public enum Grain {
    REFERENCE("reference"),
    TYPE("type"),
    DAY("day"),
    MONTH("month");

    private final String code;

    Grain(String code) {
        this.code = code;
    }

    /** The word used in mapping files. */
    public String code() {
        return code;
    }

    public static Optional<Grain> of(String code) {
        return Stream.of(values()).filter(v -> v.code.equals(code)).findFirst();
    }
}
