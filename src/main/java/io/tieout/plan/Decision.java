package io.tieout.plan;

import io.tieout.fact.FactKey;

/** What a person decided about one source line, for one company. The latest decision of a line counts. */
public record Decision(FactKey key, Kind kind, String reason, String by) {

    /** The {@code by} of a hold that a refusal of the target caused; it ends with a release. */
    public static final String TARGET = "target";

    public enum Kind {
        /** Wait, whatever the rules say. Made by a person, or by {@link #TARGET} after the target refused the document. */
        HOLD,
        /** Take it out of a person's hold, or settle a look-alike as an ordinary entry. */
        RELEASE,
        /** Never post. */
        EXCLUDE
    }
}
