package io.tieout.sandbox.script;

import java.util.EnumSet;
import java.util.Set;

/**
 * One line of a fault script: which request goes wrong, and how.
 *
 * @param call the call in the service's words, or {@code *} for any
 * @param nth which request of that call, counted from 1 since the fault was added; 0 means every one, for ever
 * @param kind what happens
 * @param argument meaning depends on the kind; empty for its usual value
 */
public record Fault(String call, int nth, FaultKind kind, String argument) {
    private static final Set<FaultKind> NUMBERED = EnumSet.of(
            FaultKind.SLOW,
            FaultKind.DRIP,
            FaultKind.STALL,
            FaultKind.COMMIT_THEN_STALL,
            FaultKind.LATE_COMMIT,
            FaultKind.HUGE_BODY,
            FaultKind.HUGE_HEADER);

    public Fault {
        if (call.isBlank() || nth < 0) {
            throw new IllegalArgumentException(
                    "a fault needs a call and an ordinal of 0 or more, not '" + call + "':" + nth);
        }
        if (NUMBERED.contains(kind) && !argument.matches("\\d{0,12}")) {
            throw new IllegalArgumentException(kind.word() + " takes a whole number, not '" + argument + "'");
        }
    }

    public static Fault of(String call, int nth, FaultKind kind) {
        return new Fault(call, nth, kind, "");
    }

    /**
     * Reads the text form {@code call:nth:kind[:argument]}, for example {@code batch:1:commit-then-drop} or
     * {@code *:0:slow:250}.
     *
     * @throws IllegalArgumentException saying what is wrong with the text
     */
    public static Fault parse(String text) {
        String[] parts = text.trim().split(":", 4);
        if (parts.length < 3 || !parts[1].matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "expected call:nth:fault[:argument], for example batch:1:commit-then-drop, found '" + text + "'");
        }
        return new Fault(
                parts[0], Integer.parseInt(parts[1]), FaultKind.of(parts[2]), parts.length == 4 ? parts[3] : "");
    }

    /** The text form that {@link #parse} reads. */
    public String text() {
        return call + ":" + nth + ":" + kind.word() + (argument.isEmpty() ? "" : ":" + argument);
    }

    boolean concerns(String requestedCall) {
        return call.equals("*") || call.equals(requestedCall);
    }

    /** The argument of a kind that takes a number. */
    long number(long usual) {
        return argument.isEmpty() ? usual : Long.parseLong(argument);
    }
}
