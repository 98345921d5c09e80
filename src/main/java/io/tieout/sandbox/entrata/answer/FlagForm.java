package io.tieout.sandbox.entrata.answer;

/** Written forms of a boolean (entrata-api.md 2.10). */
public enum FlagForm {
    /** {@code true}. */
    BOOLEAN,
    /** {@code "true"}. */
    WORD,
    /** {@code 1}. */
    NUMBER,
    /** {@code "1"}. */
    DIGIT,
    /** {@code "t"}. */
    LETTER
}
