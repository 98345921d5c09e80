package io.tieout.sandbox.quickbooks;

import io.tieout.sandbox.quickbooks.Replays.First;
import io.tieout.sandbox.script.SandboxRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One authorised request to one company.
 *
 * @param token bearer token it came with
 * @param now time of the sandbox clock
 */
record RealmCall(
        SandboxRequest request, Books books, Replays replays, QuickBooksSettings settings, String token, Instant now) {

    String requestId() {
        return request.parameter("requestid").orElse("");
    }

    /** A write's surroundings, with the {@code include} values of the URL and of a batch item. */
    WriteContext context(Set<String> options) {
        Set<String> include = Arrays.stream(
                        request.parameter("include").orElse("").split(","))
                .map(value -> value.trim().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        include.addAll(options);
        return new WriteContext(books, settings, now, include, request.number(), false);
    }

    String query(String text) {
        return new QueryRunner(books, settings, now).run(text);
    }

    Optional<First> replay(String key) {
        return replays.find(key, token, settings.idempotency(), now);
    }

    void remember(String key, boolean fault, String text) {
        replays.remember(key, new First(fault, text, token, now));
    }
}
