package io.tieout.selftest.checker;

/**
 * One thing that must not be.
 *
 * @param place stream and event, request, document or source line
 */
public record Violation(Invariant invariant, String place, String expected, String found) {

    @Override
    public String toString() {
        return invariant + " (" + invariant.words() + ") at " + place + ": expected " + expected + ", found " + found;
    }
}
