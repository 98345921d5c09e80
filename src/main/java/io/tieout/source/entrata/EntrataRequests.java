package io.tieout.source.entrata;

import com.fasterxml.jackson.core.JsonFactory;
import io.tieout.source.answer.SourceCall;
import io.tieout.wire.WireRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes calls as HTTP requests: a POST to the service, the operation named in the body (Entrata API contract, sections 2.1
 * to 2.3). Pages are asked for in the query.
 */
final class EntrataRequests {

    private static final JsonFactory JSON = new JsonFactory();

    private final EntrataSettings settings;

    EntrataRequests(EntrataSettings settings) {
        this.settings = settings;
    }

    WireRequest request(SourceCall call, String requestId) {
        var headers = new LinkedHashMap<String, String>(settings.credentials().headers());
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        headers.put("Accept-Encoding", "gzip");
        // Some texts are translated by it; month names are read in English only.
        headers.put("Accept-Language", "en-US");
        var query = "";
        if (call.page() > 0) {
            headers.put("X-Send-Pagination-Links", "1");
            query = "?page_no=" + call.page() + "&per_page=" + settings.itemsPerPage();
        }
        return WireRequest.post(
                URI.create(settings.baseUrl() + "/" + call.service() + query), headers, body(call, requestId));
    }

    private byte[] body(SourceCall call, String requestId) {
        var out = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("auth");
            json.writeStringField("type", settings.credentials().type());
            json.writeEndObject();
            json.writeStringField("requestId", requestId);
            json.writeObjectFieldStart("method");
            json.writeStringField("name", call.method());
            json.writeStringField("version", call.version());
            json.writeObjectFieldStart("params");
            for (Map.Entry<String, String> param : call.params().entrySet()) {
                json.writeStringField(param.getKey(), param.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory failed", e);
        }
        return out.toByteArray();
    }
}
