package io.tieout.source.entrata;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** How we prove who we are. Prints as {@code [redacted]}. */
public sealed interface EntrataCredentials {

    /** The name of the scheme in the body's {@code auth.type}. */
    String type();

    /** The headers that carry it. */
    Map<String, String> headers();

    /** The current scheme: a key bound to a partner application or an internal user. */
    record ApiKey(String key) implements EntrataCredentials {

        @Override
        public String type() {
            return "apikey";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("X-Api-Key", key);
        }

        @Override
        public String toString() {
            return "ApiKey[redacted]";
        }
    }

    /** The scheme of tenant hosts before keys. */
    record Basic(String user, String password) implements EntrataCredentials {

        @Override
        public String type() {
            return "basic";
        }

        @Override
        public Map<String, String> headers() {
            var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }

        @Override
        public String toString() {
            return "Basic[redacted]";
        }
    }
}
