package io.tieout.source.answer;

import java.util.Map;
import java.util.Optional;

/** The written forms of yes and no (Entrata API contract, section 2.10): true, "true", 1, "1", "t" and their negatives. */
final class SourceFlags {

    static final String FORMS = "true, 1, t, false, 0 or f";

    private static final Map<String, Boolean> FLAGS =
            Map.of("true", true, "1", true, "t", true, "false", false, "0", false, "f", false);

    private SourceFlags() {}

    static Optional<Boolean> flag(String text) {
        return Optional.ofNullable(FLAGS.get(text));
    }
}
