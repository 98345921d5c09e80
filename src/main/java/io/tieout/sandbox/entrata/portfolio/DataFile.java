package io.tieout.sandbox.entrata.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads the sandbox's own data files; a fault in them is a fault of the build, so it throws. */
public final class DataFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DataFile() {}

    /** A file of the jar below {@code /sandbox/entrata/}. */
    public static JsonNode read(String name) {
        var path = "/sandbox/entrata/" + name;
        try (var in = DataFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The sandbox lacks its data file " + path);
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sandbox's data file " + path, e);
        }
    }

    /** Amount text such as {@code -85.50} as cents. */
    static long cents(JsonNode record, String member) {
        return new BigDecimal(record.required(member).asText())
                .movePointRight(2)
                .longValueExact();
    }

    static LocalDate date(JsonNode record, String member) {
        return LocalDate.parse(record.required(member).asText());
    }

    static YearMonth month(JsonNode record, String member) {
        return YearMonth.parse(record.required(member).asText());
    }

    static String text(JsonNode record, String member) {
        return record.required(member).asText();
    }

    static long id(JsonNode record, String member) {
        return record.required(member).asLong();
    }

    static OptionalLong optionalId(JsonNode record, String member) {
        return record.has(member) ? OptionalLong.of(record.get(member).asLong()) : OptionalLong.empty();
    }

    static Map<Long, String> namesById(JsonNode record, String member) {
        var names = new LinkedHashMap<Long, String>();
        record.required(member)
                .fields()
                .forEachRemaining(
                        e -> names.put(Long.valueOf(e.getKey()), e.getValue().asText()));
        return names;
    }

    /** Ids in a comma-separated text; empty when the member is missing or blank. */
    static List<Long> ids(JsonNode record, String member) {
        var ids = new ArrayList<Long>();
        for (var part : record.path(member).asText("").split(",")) {
            if (!part.isBlank()) {
                ids.add(Long.valueOf(part));
            }
        }
        return ids;
    }
}
