package io.tieout.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads bytes into a {@link Json} tree, strictly: UTF-8 only, one value and nothing after it, no name twice in one
 * object, decimals exact. A cut-off answer is therefore never mistaken for a shorter one.
 */
public final class JsonReader {

    /** Deepest nesting; QuickBooks reports, the deepest answers we read, nest under 20 with five levels of sub-accounts. */
    static final int DEPTH_MAX = 64;

    /** Longest number in digits; money needs 20. Keeps a hostile answer from costing time in arithmetic. */
    static final int NUMBER_DIGITS_MAX = 64;

    /** Largest power of ten either way; {@code 1e999999999} is legal JSON and would fill the memory when written out. */
    static final int NUMBER_SCALE_MAX = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(NUMBER_DIGITS_MAX)
                    .maxStringLength(HttpSender.ANSWER_BYTES_MAX)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonReader() {}

    /**
     * Reads one JSON value.
     *
     * @throws UnreadableJsonException if the bytes are empty, cut off, not UTF-8, not JSON, or beyond a limit
     */
    public static Json read(byte[] bytes) throws UnreadableJsonException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (JsonParser parser =
                FACTORY.createParser(new InputStreamReader(new ByteArrayInputStream(bytes), decoder))) {
            if (parser.nextToken() == null) {
                throw new UnreadableJsonException("expected JSON, found an empty text");
            }
            Json value = value(parser);
            if (parser.nextToken() != null) {
                throw at(parser.currentTokenLocation(), "expected the end, found more after the JSON value");
            }
            return value;
        } catch (JsonEOFException e) {
            throw new UnreadableJsonException(
                    String.valueOf(at(e.getLocation(), e.getOriginalMessage()).getMessage()), true);
        } catch (JsonProcessingException e) {
            throw at(e.getLocation(), e.getOriginalMessage());
        } catch (CharacterCodingException e) {
            throw new UnreadableJsonException("expected UTF-8, found bytes that are none");
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
    }

    private static Json value(JsonParser parser) throws IOException, UnreadableJsonException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> new Json.Truth(true);
            case VALUE_FALSE -> new Json.Truth(false);
            case VALUE_NULL -> Json.Nothing.NULL;
            default -> throw at(parser.currentTokenLocation(), "expected a value, found " + token);
        };
    }

    private static Json object(JsonParser parser) throws IOException, UnreadableJsonException {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return new Json.Fields(fields);
    }

    private static Json array(JsonParser parser) throws IOException, UnreadableJsonException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json.Items(items);
    }

    private static Json number(JsonParser parser) throws IOException, UnreadableJsonException {
        BigDecimal number = parser.getDecimalValue();
        if (Math.abs((long) number.scale()) > NUMBER_SCALE_MAX) {
            throw at(parser.currentTokenLocation(), "a number with an exponent beyond " + NUMBER_SCALE_MAX);
        }
        return new Json.Numeral(number, scientific(parser));
    }

    private static boolean scientific(JsonParser parser) throws IOException {
        char[] digits = parser.getTextCharacters();
        for (int i = parser.getTextOffset(), end = i + parser.getTextLength(); i < end; i++) {
            if (digits[i] == 'e' || digits[i] == 'E') {
                return true;
            }
        }
        return false;
    }

    private static UnreadableJsonException at(@org.jspecify.annotations.Nullable JsonLocation place, String reason) {
        return place == null
                ? new UnreadableJsonException(reason)
                : new UnreadableJsonException(
                        "line %d, column %d: %s".formatted(place.getLineNr(), place.getColumnNr(), reason));
    }
}
