package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Exact JSON: decimals stay decimals in both directions, doubled members and trailing text are errors. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .nodeFactory(new JsonNodeFactory(true))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads JSON this sandbox wrote itself. */
    static ObjectNode stored(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is broken: " + json, e);
        }
    }

    /**
     * Reads a request body.
     *
     * @throws QuickBooksFault 500 for bytes that are not UTF-8 [I], 2010 for what is no JSON object [K]
     */
    static ObjectNode request(byte[] body) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw QuickBooksFault.unsupported("Operation is not supported: the request is not UTF-8.");
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw QuickBooksFault.badProperty("Property Name:Can not construct the request: no JSON object");
        } catch (JsonProcessingException e) {
            throw QuickBooksFault.badProperty("Property Name:" + e.getOriginalMessage());
        }
    }

    /** Text of a member, empty when it is absent or null. */
    static String string(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }

    /** The {@code value} of a reference member, empty when there is none. */
    static String reference(JsonNode node, String member) {
        return string(node.path(member), "value");
    }
}
