package io.tieout.plan;

import io.tieout.fact.Basis;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of every source line of one company and basis: source = posted + in flight + to post + held + excluded +
 * not planned. Opening balances that Tieout posts count among the lines, one for each account that has one.
 *
 * <p>Source and parts are counted from different places (readings here; claims, plan and decisions there), so that the
 * difference says something. It is zero, or a line changed or vanished after it was posted.
 *
 * @param source what the newest complete readings hold
 * @param openings how many of the source's lines are opening balances
 * @param parts every part, nil ones included
 */
public record Reconciliation(Basis basis, Sum source, long openings, Map<Part, Sum> parts) {

    /** Where a line can be. */
    public enum Part {
        POSTED("posted"),
        IN_FLIGHT("in flight"),
        TO_POST("to post"),
        HELD("held"),
        EXCLUDED("excluded"),
        NOT_PLANNED("not planned yet");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether it is shown when it is nil: the sentence is "posted, held, excluded", whatever else there is. */
        public boolean isAlwaysShown() {
            return this == POSTED || this == HELD || this == EXCLUDED;
        }
    }

    /**
     * Lines with their money in minor units; both sides are kept, since held lines alone may not balance.
     *
     * @param debitMinor sum of what is debit
     * @param creditMinor sum of what is credit, as a positive number
     */
    public record Sum(long lines, long debitMinor, long creditMinor) {

        public static final Sum NIL = new Sum(0, 0, 0);

        /** With one line more. */
        public Sum plus(long signedMinor) {
            return plus(1, signedMinor);
        }

        /** With money more, on so many lines more. */
        public Sum plus(long moreLines, long signedMinor) {
            return new Sum(
                    Math.addExact(lines, moreLines),
                    Math.addExact(debitMinor, Math.max(0, signedMinor)),
                    Math.subtractExact(creditMinor, Math.min(0, signedMinor)));
        }

        public Sum plus(Sum other) {
            return new Sum(
                    Math.addExact(lines, other.lines),
                    Math.addExact(debitMinor, other.debitMinor),
                    Math.addExact(creditMinor, other.creditMinor));
        }

        Sum minus(Sum other) {
            return new Sum(
                    Math.subtractExact(lines, other.lines),
                    Math.subtractExact(debitMinor, other.debitMinor),
                    Math.subtractExact(creditMinor, other.creditMinor));
        }

        public boolean isNil() {
            return lines == 0 && debitMinor == 0 && creditMinor == 0;
        }
    }

    public Reconciliation {
        var all = new EnumMap<Part, Sum>(Part.class);
        for (var part : Part.values()) {
            all.put(part, parts.getOrDefault(part, Sum.NIL));
        }
        parts = Collections.unmodifiableMap(all);
    }

    public Sum part(Part part) {
        return parts.getOrDefault(part, Sum.NIL);
    }

    /** Source less all parts: nil when every line is accounted for, once and with the amount it has. */
    public Sum difference() {
        var rest = source;
        for (var sum : parts.values()) {
            rest = rest.minus(sum);
        }
        return rest;
    }

    public boolean isWhole() {
        return difference().isNil();
    }
}
