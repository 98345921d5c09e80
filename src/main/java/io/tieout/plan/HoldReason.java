package io.tieout.plan;

/** Why a line waits. The codes appear in every output and never change. */
public enum HoldReason {
    UNMAPPED("unmapped", "no rule names its code"),
    RULE("rule", "a rule of the mapping holds it"),
    WITH_HELD("with-held", "it balances only together with a held line"),
    UNBALANCED("unbalanced", "its property and month do not balance"),
    CLOSED_MONTH("closed-month", "its month is closed in the target"),
    MONTH_OPEN("month-open", "it balances only over the month, and the source's GL month has not advanced"),
    TARGET_ACCOUNT("target-account", "its target account is missing, inactive or closed to journal entries"),
    TARGET_DIMENSION("target-dimension", "its class or location is missing or not tracked"),
    CURRENCY("currency", "its currency is not the company's"),
    TOO_LARGE("too-large", "its smallest balanced group has more lines than an entry may have"),
    BLACKOUT("blackout", "today is a blackout day of the property"),
    PERSON("person", "a person holds it"),
    BLOCKED("blocked", "the mapping blocks the month until every code has a rule"),
    FLOW_MODE("flow-mode", "the flow mode of its property does not cover it"),
    OPENING_CHANGED("opening-changed", "it changes an opening balance that is already posted"),
    LOOKALIKE("lookalike", "it may be the echo of an entry sent from here"),
    REFUSED("refused", "the target refused its document");

    private final String code;
    private final String words;

    HoldReason(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    /** In plain words, to follow "held because". */
    public String words() {
        return words;
    }
}
