package io.tieout.sandbox.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One request read off a connection.
 *
 * @param target path and query as sent
 * @param path decoded path
 * @param body body, unpacked
 * @param keepAlive whether the client wants to go on using the connection
 */
record WireRequest(
        String method,
        String target,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        byte[] body,
        boolean keepAlive) {

    SandboxRequest numbered(long number) {
        return new SandboxRequest(number, method, path, query, headers, body);
    }

    /** Whether one of the comma-separated values of a header is or begins with the given word. */
    boolean headerHas(String lowerCaseName, String word) {
        return headers.getOrDefault(lowerCaseName, List.of()).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .anyMatch(value -> value.trim().toLowerCase(Locale.ROOT).startsWith(word));
    }
}
