package io.tieout.sandbox.entrata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The parameters of a call, read as leniently as Entrata is reported to read them.
 *
 * <p>Names nobody asks for are never looked at: a misspelt parameter is silently ignored (entrata-api.md 11, trap 9).
 * Numbers and texts are equal; {@code [{}]} and {@code []} mean none (2.3).
 */
final class Params {

    private final JsonNode node;

    Params(JsonNode params) {
        var only = params.isArray() ? params.path(0) : params;
        this.node = only.isObject() ? only : MissingNode.getInstance();
    }

    boolean has(String name) {
        return text(name).isPresent();
    }

    JsonNode raw(String name) {
        return node.path(name);
    }

    Optional<String> text(String name) {
        var value = node.path(name);
        return value.isValueNode() && !value.asText().isBlank()
                ? Optional.of(value.asText().trim())
                : Optional.empty();
    }

    boolean flag(String name) {
        return text(name).map(v -> v.equals("1") || v.equalsIgnoreCase("true")).orElse(false);
    }

    OptionalLong id(String name) {
        var text = text(name);
        return text.isPresent() ? OptionalLong.of(number(name, text.get())) : OptionalLong.empty();
    }

    /** Ids of a comma-separated list; absent when the parameter is. */
    Optional<Set<Long>> ids(String name) {
        return text(name).map(text -> {
            var ids = new LinkedHashSet<Long>();
            for (var part : text.split(",")) {
                ids.add(number(name, part.trim()));
            }
            return ids;
        });
    }

    Optional<Set<String>> texts(String name) {
        return text(name).map(text -> {
            var values = new LinkedHashSet<String>();
            for (var part : text.split(",")) {
                values.add(part.trim());
            }
            return values;
        });
    }

    /** Dates go as {@code MM/DD/YYYY} (entrata-api.md 2.3). */
    Optional<LocalDate> date(String name) {
        return text(name).map(text -> {
            if (!text.matches("\\d{2}/\\d{2}/\\d{4}")) {
                throw RpcFault.badParameter(name, "MM/DD/YYYY", text);
            }
            return day(name, text, text.substring(3, 5));
        });
    }

    /** Post months go as {@code MM/YYYY}; a full date is read as its month (entrata-api.md 2.3, schema of getGlTransactions). */
    Optional<YearMonth> month(String name) {
        return text(name).map(text -> {
            if (!text.matches("\\d{2}/(\\d{2}/)?\\d{4}")) {
                throw RpcFault.badParameter(name, "MM/YYYY", text);
            }
            return YearMonth.from(day(name, text, "01"));
        });
    }

    private static LocalDate day(String name, String text, String day) {
        try {
            var year = Integer.parseInt(text.substring(text.length() - 4));
            return LocalDate.of(year, Integer.parseInt(text.substring(0, 2)), Integer.parseInt(day));
        } catch (DateTimeException e) {
            throw RpcFault.badParameter(name, "a date of the calendar", text);
        }
    }

    private static long number(String name, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw RpcFault.badParameter(name, "an id", text);
        }
        return Long.parseLong(text);
    }
}
