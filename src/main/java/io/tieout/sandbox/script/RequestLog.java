package io.tieout.sandbox.script;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every request of a sandbox in order of arrival, for checkers and specs. Safe for use by several threads. */
public final class RequestLog {
    /** Headers whose values open something; only their first word (the scheme) is kept. */
    private static final Set<String> CREDENTIALS =
            Set.of("authorization", "proxy-authorization", "x-api-key", "api-key", "apikey", "cookie");

    private final LogKeeping keeping;
    private final TreeMap<Long, LoggedRequest> entries = new TreeMap<>();

    public RequestLog(LogKeeping keeping) {
        this.keeping = keeping;
    }

    LogKeeping keeping() {
        return keeping;
    }

    synchronized void put(LoggedRequest entry) {
        entries.put(entry.number(), entry);
        if (entries.size() > keeping.entriesMax()) {
            entries.pollFirstEntry();
        }
    }

    /** Notes the late commit of a request that is still in the log. */
    synchronized void committedLate(long number, boolean changed) {
        entries.computeIfPresent(number, (same, entry) -> entry.committedLate(changed));
    }

    /** All kept requests in order of arrival. */
    public synchronized List<LoggedRequest> entries() {
        return new ArrayList<>(entries.values());
    }

    /** The kept requests of one call in order of arrival. */
    public List<LoggedRequest> entries(String call) {
        return entries().stream().filter(entry -> entry.call().equals(call)).toList();
    }

    public synchronized void reset() {
        entries.clear();
    }

    static Map<String, List<String>> redacted(Map<String, List<String>> headers) {
        var copy = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, values) -> copy.put(
                name,
                CREDENTIALS.contains(name)
                        ? values.stream().map(RequestLog::redacted).toList()
                        : List.copyOf(values)));
        return copy;
    }

    private static String redacted(String value) {
        int blank = value.indexOf(' ');
        return blank < 0 ? "[redacted]" : value.substring(0, blank) + " [redacted]";
    }

    /**
     * The log as a JSON array.
     *
     * @param from first request number wanted
     * @param bodies whether request and answer bodies are written too
     */
    public byte[] json(long from, boolean bodies) {
        var out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartArray();
            for (LoggedRequest entry : entries()) {
                if (entry.number() >= from) {
                    write(json, entry, bodies);
                }
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, LoggedRequest entry, boolean bodies) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", entry.number());
        json.writeStringField("at", entry.at().toString());
        json.writeStringField("receivedAt", entry.receivedAt().toString());
        json.writeStringField("call", entry.call());
        json.writeStringField("method", entry.method());
        json.writeStringField("target", entry.target());
        json.writeObjectFieldStart("headers");
        for (var header : entry.headers().entrySet()) {
            json.writeStringField(header.getKey(), String.join(", ", header.getValue()));
        }
        json.writeEndObject();
        json.writeNumberField("bodyBytes", entry.bodyBytes());
        json.writeStringField("bodySha256", entry.bodySha256());
        json.writeStringField("fault", entry.fault());
        json.writeBooleanField("applied", entry.applied());
        json.writeBooleanField("committed", entry.committed());
        json.writeBooleanField("late", entry.late());
        json.writeNumberField("status", entry.status());
        json.writeNumberField("answerBytes", entry.answerBytes());
        if (!entry.defect().isEmpty()) {
            json.writeStringField("defect", entry.defect());
        }
        if (bodies) {
            writeBody(json, "body", entry.body().bytes());
            writeBody(json, "answer", entry.answer().bytes());
        }
        json.writeEndObject();
    }

    /** As text where the bytes are UTF-8, else in base 64 under {@code <name>Base64}. */
    private static void writeBody(JsonGenerator json, String name, byte[] bytes) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            json.writeStringField(name, text);
        } catch (CharacterCodingException e) {
            json.writeStringField(name + "Base64", Base64.getEncoder().encodeToString(bytes));
        }
    }
}
