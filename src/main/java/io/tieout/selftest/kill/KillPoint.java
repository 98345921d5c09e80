package io.tieout.selftest.kill;

import io.tieout.selftest.kill.Boundary.Moment;
import java.util.Arrays;

/**
 * One place to kill at: a boundary, a moment within it, and which of its occurrences, counted from 1 over all nights of a
 * house.
 */
record KillPoint(Boundary boundary, Moment moment, int occurrence) {

    /** As {@code D4-:1} or {@code H3d:2}. */
    String text() {
        return name() + ":" + occurrence;
    }

    /** Without the occurrence. */
    String name() {
        return boundary.code() + moment.sign();
    }

    static KillPoint parse(String text) {
        var colon = text.indexOf(':');
        var name = text.substring(0, colon);
        for (var boundary : Boundary.values()) {
            for (var moment : Moment.values()) {
                if (name.equals(boundary.code() + moment.sign())) {
                    return new KillPoint(boundary, moment, Integer.parseInt(text.substring(colon + 1)));
                }
            }
        }
        throw new IllegalArgumentException("no kill point '" + text + "'; known are the codes "
                + Arrays.stream(Boundary.values()).map(Boundary::code).toList());
    }
}
