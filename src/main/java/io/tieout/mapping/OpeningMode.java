package io.tieout.mapping;

import java.util.Optional;
import java.util.stream.Stream;

/** What happens to the opening balances of the cutover month. */
public enum OpeningMode {
    POST("post"),
    ACCEPT("accept");

    private final String code;

    OpeningMode(String code) {
        this.code = code;
    }

    /** The word used in mapping files. */
    public String code() {
        return code;
    }

    public static Optional<OpeningMode> of(String code) {
        return Stream.of(values()).filter(v -> v.code.equals(code)).findFirst();
    }
}
