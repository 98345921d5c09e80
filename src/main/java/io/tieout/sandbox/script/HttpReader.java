package io.tieout.sandbox.script;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads HTTP/1.1 requests off one connection (RFC 9112): Content-Length and chunked bodies, gzipped or plain. */
final class HttpReader {
    private final InputStream in;
    private final OutputStream out;
    private final SandboxSettings settings;
    private int headBytesLeft;

    HttpReader(InputStream in, OutputStream out, SandboxSettings settings) {
        this.in = in;
        this.out = out;
        this.settings = settings;
    }

    /** The next request; empty once the client has closed the connection. */
    Optional<WireRequest> next() throws IOException, HttpProblem {
        headBytesLeft = settings.headerBytesMax();
        Optional<String> first = firstLine();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String[] words = first.get().split(" ");
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new HttpProblem(400, "expected a request line such as GET / HTTP/1.1, found: " + first.get());
        }
        var headers = headers();
        if (headers.getOrDefault("expect", List.of()).contains("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        byte[] body = unpacked(headers, body(headers));
        return Optional.of(request(words[0], originForm(words[1]), headers, body, words[2].endsWith("1.1")));
    }

    private static WireRequest request(
            String method, String target, Map<String, List<String>> headers, byte[] body, boolean oneOne)
            throws HttpProblem {
        int mark = target.indexOf('?');
        String rawPath = mark < 0 ? target : target.substring(0, mark);
        // A plus sign in a path is itself; only in a query does it stand for a blank.
        String path = decoded(rawPath.replace("+", "%2B"));
        var query = mark < 0 ? Map.<String, List<String>>of() : parameters(target.substring(mark + 1));
        String connection =
                String.join(",", headers.getOrDefault("connection", List.of())).toLowerCase(Locale.ROOT);
        boolean keepAlive = oneOne ? !connection.contains("close") : connection.contains("keep-alive");
        return new WireRequest(method, target, path, query, headers, body, keepAlive);
    }

    /** Decodes {@code application/x-www-form-urlencoded} pairs, as queries and form bodies use them. */
    static Map<String, List<String>> parameters(String encoded) throws HttpProblem {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, fresh -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    private static String decoded(String text) throws HttpProblem {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, "bad percent-encoding in '" + text + "'");
        }
    }

    /** A client that takes the sandbox for a proxy sends the whole URL. */
    private static String originForm(String target) {
        int scheme = target.indexOf("://");
        if (scheme < 0 || target.startsWith("/")) {
            return target;
        }
        int slash = target.indexOf('/', scheme + 3);
        return slash < 0 ? "/" : target.substring(slash);
    }

    private Optional<String> firstLine() throws IOException, HttpProblem {
        int first = in.read();
        while (first == '\r' || first == '\n') { // blank lines before a request are to be ignored, RFC 9112 section 2.2
            first = in.read();
        }
        return first < 0 ? Optional.empty() : Optional.of((char) first + line());
    }

    private String line() throws IOException, HttpProblem {
        var line = new ByteArrayOutputStream(128);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("connection closed within a request head");
            }
            if (--headBytesLeft < 0) {
                throw new HttpProblem(431, "request head longer than " + settings.headerBytesMax() + " bytes");
            }
            line.write(c);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private Map<String, List<String>> headers() throws IOException, HttpProblem {
        var headers = new LinkedHashMap<String, List<String>>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new HttpProblem(400, "header without a colon: " + line);
            }
            headers.computeIfAbsent(
                            line.substring(0, colon).trim().toLowerCase(Locale.ROOT), fresh -> new ArrayList<>())
                    .add(line.substring(colon + 1).trim());
        }
        return headers;
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException, HttpProblem {
        if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
            return chunks();
        }
        String length = headers.getOrDefault("content-length", List.of("0")).get(0);
        if (!length.matches("\\d{1,10}")) {
            throw new HttpProblem(400, "Content-Length is no number: " + length);
        }
        return exactly(Long.parseLong(length), 0);
    }

    private byte[] chunks() throws IOException, HttpProblem {
        var body = new ByteArrayOutputStream();
        while (true) {
            String size = line().split(";")[0].trim();
            if (!size.matches("[0-9a-fA-F]{1,8}")) {
                throw new HttpProblem(400, "chunk size is no hexadecimal number: " + size);
            }
            byte[] chunk = exactly(Long.parseLong(size, 16), body.size());
            body.writeBytes(chunk);
            headBytesLeft = settings.headerBytesMax();
            if (chunk.length == 0) {
                while (!line().isEmpty()) {
                    headBytesLeft--; // trailers are read and dropped
                }
                return body.toByteArray();
            }
            line();
        }
    }

    private byte[] exactly(long bytes, int already) throws IOException, HttpProblem {
        if (bytes + already > settings.bodyBytesMax()) {
            throw new HttpProblem(413, "request body longer than " + settings.bodyBytesMax() + " bytes");
        }
        byte[] body = in.readNBytes((int) bytes);
        if (body.length < bytes) {
            throw new EOFException("connection closed within a request body");
        }
        return body;
    }

    /** QuickBooks' SDK says gzip on requests without a body too, so an empty body is taken as it is. */
    private byte[] unpacked(Map<String, List<String>> headers, byte[] body) throws HttpProblem {
        boolean gzip =
                headers.getOrDefault("content-encoding", List.of()).stream().anyMatch("gzip"::equalsIgnoreCase);
        if (!gzip || body.length == 0) {
            return body;
        }
        try {
            return KeptBody.gunzip(body, settings.bodyBytesMax());
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(413, "request body " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw new HttpProblem(
                    400,
                    "request body says gzip but is not: "
                            + Objects.requireNonNull(e.getCause()).getMessage());
        }
    }
}
