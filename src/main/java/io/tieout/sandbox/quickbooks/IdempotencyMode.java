package io.tieout.sandbox.quickbooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What {@code requestid} is worth. Intuit promises {@link #HONOURS}; each of the others was reported by users of this or
 * a comparable API, so a bridge must be right under all of them.
 */
public enum IdempotencyMode {
    /** A repeat gets the first answer and changes nothing; faults are not remembered [I]. */
    HONOURS,
    /** A repeat makes a second document [C: a .NET user saw two payments]. */
    IGNORES,
    /** The key is known to one access token only. */
    FORGETS_ON_TOKEN_REFRESH,
    /** The key is forgotten after 24 hours of the sandbox clock; Intuit publishes no period. */
    FORGETS_AFTER_24H,
    /** As {@link #HONOURS}, and the first fault comes back too, though its cause has gone. */
    REPLAYS_ERRORS,
    /** A repeat is refused: 600 for a single call, 6000 for a batch item [C: a Ruby user]. */
    ERRORS_ON_REPLAY;

    /** Lower case with hyphens, for example {@code forgets-after-24h}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The mode of that word.
     *
     * @throws IllegalArgumentException naming all modes
     */
    public static IdempotencyMode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown idempotency mode '" + word + "'; known are "
                        + Arrays.stream(values()).map(IdempotencyMode::word).collect(Collectors.joining(", "))));
    }
}
