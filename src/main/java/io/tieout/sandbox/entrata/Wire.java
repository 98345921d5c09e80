package io.tieout.sandbox.entrata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tieout.sandbox.entrata.answer.Shape;
import io.tieout.sandbox.entrata.answer.Whim;
import io.tieout.sandbox.script.SandboxAnswer;
import io.tieout.sandbox.script.SandboxRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Frames, errors and headers of answers (entrata-api.md 2.3 to 2.7). */
final class Wire {

    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.CLOSE_CLOSEABLE);
    private static final JsonFactory FACTORY = JSON.getFactory();

    private Wire() {}

    static Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    static SandboxAnswer success(Envelope envelope, JsonNode request, Shape result, Whim whim) {
        var wrapped = whim.wrapped(envelope.wrapped());
        return json(200, out -> {
            frameStart(out, wrapped);
            requestId(out, envelope, request, whim);
            code(out, envelope, whim);
            out.writeFieldName("result");
            result.write(out, whim);
            frameEnd(out, wrapped);
        });
    }

    private static void frameStart(JsonGenerator out, boolean wrapped) throws IOException {
        out.writeStartObject();
        if (wrapped) {
            out.writeObjectFieldStart("response");
        }
    }

    private static void frameEnd(JsonGenerator out, boolean wrapped) throws IOException {
        if (wrapped) {
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    /** Echoed as text even when sent as a number; absent when the request's key is misspelt (entrata-api.md 2.3). */
    private static void requestId(JsonGenerator out, Envelope envelope, JsonNode request, Whim whim)
            throws IOException {
        if (envelope != Envelope.RESULT_ONLY && request.path("requestId").isValueNode() && !whim.losesRequestId()) {
            out.writeStringField("requestId", request.path("requestId").asText());
        }
    }

    private static void code(JsonGenerator out, Envelope envelope, Whim whim) throws IOException {
        switch (envelope.code()) {
            case NUMBER, TEXT -> {
                if (whim.codeAsNumber(envelope.code() == Envelope.Code.NUMBER)) {
                    out.writeNumberField("code", 200);
                } else {
                    out.writeStringField("code", "200");
                }
            }
            case NONE, ABSENT_WITH_REQUEST_ID -> {}
        }
    }

    /**
     * A refusal in one of the forms met (entrata-api.md 2.5): {@code response.error} inside HTTP 200 with code 200, as the
     * tenant host does; or code and message in the frame with the code not 200, as the gateway does.
     */
    static SandboxAnswer fault(RpcFault fault, Address address, Optional<JsonNode> request, Whim whim) {
        var inside = whim.errorInsideSuccess(address.tenantHost());
        var status = address.tenantHost() ? 200 : fault.gatewayStatus();
        return json(status, out -> {
            frameStart(out, inside);
            if (request.isPresent()) {
                requestId(out, Envelope.WRAPPED, request.get(), whim);
            }
            out.writeNumberField("code", inside ? 200 : fault.code());
            if (inside) {
                out.writeObjectFieldStart("error");
                out.writeNumberField("code", fault.code());
                out.writeStringField("message", fault.getMessage());
                out.writeEndObject();
            } else {
                out.writeStringField("message", fault.getMessage());
            }
            frameEnd(out, inside);
        });
    }

    /** Headers of a live answer (entrata-api.md 2.4). */
    private static SandboxAnswer json(int status, Body body) {
        var bytes = new ByteArrayOutputStream(1 << 14);
        try (var out = FACTORY.createGenerator(bytes)) {
            body.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("An answer in memory cannot fail to be written", e);
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json;charset=utf-8");
        headers.put("Content-Language", "en-US");
        headers.put("X-Read-Only", "000");
        return new SandboxAnswer(status, headers, bytes.toByteArray());
    }

    static SandboxAnswer plain(int status, String text) {
        return SandboxAnswer.of(status, "text/plain;charset=utf-8", text);
    }

    /** One entry per window, largest first, resets in seconds in the same order (entrata-api.md 2.7). */
    static SandboxAnswer withLimits(SandboxAnswer answer, RateLimits.Verdict verdict) {
        if (verdict.windows().isEmpty()) {
            return answer;
        }
        return answer.with("X-RateLimit-Limit", verdict.header(w -> w.limit() + "/" + w.unit()))
                .with("X-RateLimit-Remaining", verdict.header(w -> w.remaining() + "/" + w.unit()))
                .with("X-RateLimit-Reset", verdict.header(w -> Long.toString(w.resetSeconds())));
    }

    /** {@code Link} and {@code X-Total-Count} exist whether or not links are asked for (entrata-api.md 2.6). */
    static SandboxAnswer withPages(SandboxAnswer answer, SandboxRequest request, Pages pages) {
        var links = new ArrayList<String>();
        links.add(link(request, 1, pages, "first"));
        if (pages.number() > 1) {
            links.add(link(request, pages.number() - 1, pages, "prev"));
        }
        if (pages.number() < pages.last()) {
            links.add(link(request, pages.number() + 1, pages, "next"));
        }
        links.add(link(request, pages.last(), pages, "last"));
        return answer.with("Link", String.join(", ", links)).with("X-Total-Count", Integer.toString(pages.total()));
    }

    private static String link(SandboxRequest request, int page, Pages pages, String rel) {
        return "<" + request.path() + "?page_no=" + page + "&per_page=" + pages.size() + ">; rel=\"" + rel + "\"";
    }
}
