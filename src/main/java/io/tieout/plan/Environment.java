package io.tieout.plan;

import java.util.Optional;
import java.util.stream.Stream;

/** Where a ledger belongs. Fixed when it is made, part of every key: a sandbox ledger never meets production. */
public enum Environment {
    SANDBOX("sandbox"),
    PRODUCTION("production");

    private final String code;

    Environment(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Environment> of(String code) {
        return Stream.of(values()).filter(v -> v.code.equals(code)).findFirst();
    }
}
