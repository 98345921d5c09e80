package io.tieout.tie;

/** The identities that must hold, each a kind of row of the tie-out. */
public enum Identity {
    T1("the source proves its own reading"),
    T2("every source line is journaled, held, excluded or in flight"),
    T3("the target's month is ours and what others entered"),
    T4("closing balances agree"),
    T5("sub-ledgers agree with their control accounts");

    private final String words;

    Identity(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
