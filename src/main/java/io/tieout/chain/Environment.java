package io.tieout.chain;

/**
 * What a ledger is for, fixed in the first event of every stream.
 *
 * <p>A sandbox ledger never connects to production, nor the other way round (design 5).
 */
public enum Environment {
    SANDBOX("sandbox"),
    PRODUCTION("production");

    private final String word;

    Environment(String word) {
        this.word = word;
    }

    /** The word in the chain, in keys and in {@code tieout.yml}. */
    public String word() {
        return word;
    }

    /** Reads {@code sandbox} or {@code production}; anything else throws. */
    public static Environment ofWord(String word) {
        for (Environment environment : values()) {
            if (environment.word.equals(word)) {
                return environment;
            }
        }
        throw new IllegalArgumentException("an environment is 'sandbox' or 'production', not '" + word + "'");
    }
}
