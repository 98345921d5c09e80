package io.tieout.selftest.checker.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value as plain maps, lists, texts, numbers and flags; null becomes an empty text. */
final class Tree {

    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Object value;

    private Tree(Object value) {
        this.value = value;
    }

    /** @throws IllegalArgumentException when the text is not one JSON value */
    static Tree read(String text) {
        try (var parser = JSON.createParser(text)) {
            parser.nextToken();
            return read(parser);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    /** The value that begins at the parser's current token. */
    static Tree read(JsonParser parser) {
        try {
            return new Tree(value(parser));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        var token = parser.currentToken();
        if (token == null) {
            throw new IllegalArgumentException("no JSON value");
        }
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> "";
            default -> throw new IllegalArgumentException("unexpected " + token);
        };
    }

    private static Map<String, Object> members(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<Object> items(JsonParser parser) throws IOException {
        var items = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }

    Object value() {
        return value;
    }

    boolean has(String name) {
        return value instanceof Map<?, ?> map && map.containsKey(name);
    }

    /** A member; an empty text where there is none. */
    Tree at(String name) {
        return value instanceof Map<?, ?> map && map.get(name) != null ? new Tree(map.get(name)) : new Tree("");
    }

    /** The items of a list; none for anything else. */
    List<Tree> items() {
        return value instanceof List<?> list
                ? list.stream().map(o -> new Tree(o)).toList()
                : List.of();
    }

    /** A text, or a number or flag as text. */
    String text(String name) {
        var member = at(name).value;
        return member instanceof Map || member instanceof List ? "" : String.valueOf(member);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(at(name).value);
    }

    /** @throws IllegalArgumentException when the member is no whole number */
    long number(String name) {
        if (at(name).value instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("member '" + name + "' is a whole number; found " + at(name).value);
    }

    /** An amount in whole minor units of two decimals. */
    long minor(String name) {
        var amount = Optional.of(at(name).value)
                .map(v -> v instanceof Long whole ? BigDecimal.valueOf(whole) : v)
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .orElseThrow(() ->
                        new IllegalArgumentException("member '" + name + "' is an amount; found " + at(name).value));
        return amount.movePointRight(2).longValueExact();
    }
}
