package io.tieout.sandbox.script;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a sandbox service answers, before any fault of the script alters or swallows it.
 *
 * @param status HTTP status
 * @param headers header values by name as written on the wire
 * @param body bytes as sent; {@code Content-Length} is added by the server
 */
public record SandboxAnswer(int status, Map<String, String> headers, byte[] body) {

    public static SandboxAnswer json(int status, String body) {
        return of(status, "application/json;charset=utf-8", body);
    }

    public static SandboxAnswer of(int status, String contentType, String body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", contentType);
        return new SandboxAnswer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    public SandboxAnswer with(String header, String value) {
        var copy = new LinkedHashMap<>(headers);
        copy.put(header, value);
        return new SandboxAnswer(status, copy, body);
    }
}
