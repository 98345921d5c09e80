package io.tieout.mapping;

import java.util.Optional;
import java.util.stream.Stream;

/** Whether an entry shows one line for each GL line or one for each account, dimension and side. */
public enum LineMode {
    DETAIL("detail"),
    SUMMARY("summary");

    private final String code;

    LineMode(String code) {
        this.code = code;
    }

    /** The word used in mapping files. */
    public String code() {
        return code;
    }

    public static Optional<LineMode> of(String code) {
        return Stream.of(values()).filter(v -> v.code.equals(code)).findFirst();
    }
}
