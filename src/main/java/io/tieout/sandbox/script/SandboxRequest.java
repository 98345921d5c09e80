package io.tieout.sandbox.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as a sandbox service sees it.
 *
 * @param number 1-based arrival number over the life of the sandbox process
 * @param method HTTP method in capitals
 * @param path path without the query, percent-decoded
 * @param query decoded query parameters in order of arrival
 * @param headers header values by lower-case name
 * @param body request body, already un-gzipped when the request said {@code Content-Encoding: gzip}
 */
public record SandboxRequest(
        long number,
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        byte[] body) {

    /** First value of a header, by lower-case name. */
    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName))
                .filter(v -> !v.isEmpty())
                .map(v -> v.get(0));
    }

    /** First value of a query parameter. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(v -> !v.isEmpty()).map(v -> v.get(0));
    }
}
