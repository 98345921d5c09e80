package io.tieout.sandbox.entrata.answer;

/** How an empty member is written (entrata-api.md 2.10). */
public enum EmptyForm {
    /** {@code ""} */
    TEXT,
    /** {@code null} */
    NULL,
    /** {@code []} */
    ARRAY,
    /** {@code {}} */
    OBJECT,
    /** {@code [""]} */
    ARRAY_OF_TEXT,
    /** A pair whose inner list is empty, such as {@code {"invoicePayment": []}}. */
    PAIR,
    /** The member does not appear. */
    LEFT_OUT
}
