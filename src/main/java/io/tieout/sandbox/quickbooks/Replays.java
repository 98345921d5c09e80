package io.tieout.sandbox.quickbooks;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * First answers by {@code requestid}, unique per company; a batch item's key is requestid and bId joined [C]. What a
 * repeat gets depends on the {@link IdempotencyMode}; the content of the repeat is not compared [K].
 */
final class Replays {
    private static final int KEY_CHARS_MAX = 50;
    private static final Duration MEMORY = Duration.ofHours(24);

    private final Map<String, First> firsts = new HashMap<>();

    /**
     * The answer to the first request of a key.
     *
     * @param fault whether it was a refusal
     * @param text body of a single call, or member of a batch item
     */
    record First(boolean fault, String text, String token, Instant at) {}

    /**
     * A key too long is refused with 6000, in a batch item by item [C: SDK issue 180].
     *
     * @throws QuickBooksFault when it is
     */
    static void checkLength(String key) {
        if (key.length() > KEY_CHARS_MAX) {
            throw QuickBooksFault.business("You cannot enter more than " + KEY_CHARS_MAX
                    + " characters in the request_id field. You have entered " + key.length() + " characters.");
        }
    }

    /** The first answer to give again; empty when the request is to be executed. */
    Optional<First> find(String key, String token, IdempotencyMode mode, Instant now) {
        return key.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(firsts.get(key)).filter(first -> switch (mode) {
                    case HONOURS, ERRORS_ON_REPLAY -> !first.fault();
                    case IGNORES -> false;
                    case FORGETS_ON_TOKEN_REFRESH ->
                        !first.fault() && first.token().equals(token);
                    case FORGETS_AFTER_24H ->
                        !first.fault() && now.isBefore(first.at().plus(MEMORY));
                    case REPLAYS_ERRORS -> true;
                });
    }

    void remember(String key, First first) {
        if (!key.isEmpty()) {
            firsts.put(key, first);
        }
    }

    int size() {
        return firsts.size();
    }
}
