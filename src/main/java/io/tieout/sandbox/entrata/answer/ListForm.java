package io.tieout.sandbox.entrata.answer;

/** How a list is written (entrata-api.md 2.10). */
public enum ListForm {
    /** Always an array. */
    ARRAY,
    /** One object when there is one item, else an array. */
    COLLAPSED,
    /** An object keyed by the items' ids. */
    MAP
}
