package io.tieout.plan;

import io.tieout.fact.FactKey;

/** What a person decided about one source line, for one company. The latest decision of a line counts. */
public record Decision(FactKey key, Kind kind, String reason, String by) {

    public enum Kind {
        /** Wait, whatever the rules say. */
        HOLD,
        /** Take it out of a person's hold, or settle a look-alike as an ordinary entry. */
        RELEASE,
        /** Never post. */
        EXCLUDE
    }
}
