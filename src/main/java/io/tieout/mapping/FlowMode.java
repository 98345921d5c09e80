package io.tieout.mapping;

import java.util.Optional;
import java.util.stream.Stream;

/** Which GL lines are journaled and which are carried by documents (accounting rules, claiming GL lines by flow mode). */
public enum FlowMode {
    GL("gl"),
    GL_BILLS("gl+bills"),
    SUBLEDGERS("subledgers");

    private final String code;

    FlowMode(String code) {
        this.code = code;
    }

    /** The word used in mapping files. */
    public String code() {
        return code;
    }

    public static Optional<FlowMode> of(String code) {
        return Stream.of(values()).filter(v -> v.code.equals(code)).findFirst();
    }
}
