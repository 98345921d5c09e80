package io.tieout.plan;

/** Why a document exists. The codes are part of every business key and never change. */
public enum Purpose {
    /** GL lines of one post month. */
    JOURNAL("journal"),
    /** Opening balances of one property, dated the day before cutover. */
    OPENING("opening"),
    /** Lines of a closed month, dated in the first open one. */
    CARRIED("carried");

    private final String code;

    Purpose(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
