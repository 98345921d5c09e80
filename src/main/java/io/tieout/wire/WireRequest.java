package io.tieout.wire;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as it goes out: the body is bytes that were rendered, hashed and stored before.
 *
 * <p>The array is shared, not copied: a batch body can be megabytes, and nothing in this room writes to it.
 *
 * @param method GET, POST or PUT
 * @param uri whole address with query, for example
 *     {@code https://quickbooks.api.intuit.com/v3/company/4620/batch?requestid=TO..&minorversion=75}
 * @param headers header values by name; never {@code Host} or {@code Content-Length}, which the sender sets
 * @param body empty for GET
 */
public record WireRequest(Method method, URI uri, Map<String, String> headers, Optional<byte[]> body) {

    /** The methods any adapter needs; there is no DELETE or PATCH, because nothing posted is ever edited. */
    public enum Method {
        GET,
        POST,
        PUT
    }

    public WireRequest {
        if (method == Method.GET && body.isPresent()) {
            throw new IllegalArgumentException("A GET carries no body: " + uri.getPath());
        }
        if (method != Method.GET && body.isEmpty()) {
            throw new IllegalArgumentException("A " + method + " needs a body: " + uri.getPath());
        }
        headers = Map.copyOf(headers);
    }

    public static WireRequest get(URI uri, Map<String, String> headers) {
        return new WireRequest(Method.GET, uri, headers, Optional.empty());
    }

    public static WireRequest post(URI uri, Map<String, String> headers, byte[] body) {
        return new WireRequest(Method.POST, uri, headers, Optional.of(body));
    }

    public static WireRequest put(URI uri, Map<String, String> headers, byte[] body) {
        return new WireRequest(Method.PUT, uri, headers, Optional.of(body));
    }

    public WireRequest withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WireRequest(method, uri, more, body);
    }

    /** Without header values and query: both can hold secrets or names. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }
}
