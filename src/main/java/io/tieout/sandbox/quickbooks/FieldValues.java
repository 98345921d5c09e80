package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values of entity fields as queries compare them. */
final class FieldValues {
    private static final Set<String> NUMBERS =
            Set.of("id", "synctoken", "totalamt", "balance", "currentbalance", "exchangerate", "level");
    private static final Set<String> DATES = Set.of("txndate", "duedate");
    private static final Set<String> TIMES = Set.of("metadata.createtime", "metadata.lastupdatedtime");

    /** Fields Intuit marks as filterable for the entities here [I]; others are known but refused in a WHERE. */
    private static final Set<String> FILTERABLE_IN_TRANSACTIONS = Set.of(
            "id",
            "docnumber",
            "txndate",
            "duedate",
            "metadata.createtime",
            "metadata.lastupdatedtime",
            "vendorref",
            "apaccountref",
            "salestermref",
            "departmentref",
            "totalamt",
            "balance");

    private FieldValues() {}

    /**
     * The comparable value of a field: a number, date, time or text.
     *
     * @return empty when the entity has no such value
     */
    static Optional<Comparable<?>> value(Books books, Stored stored, String field) {
        String name = field.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "id" -> Optional.of(BigDecimal.valueOf(stored.id()));
            case "synctoken" -> Optional.of(BigDecimal.valueOf(stored.syncToken()));
            case "docnumber" -> stored.docNumber().isEmpty() ? Optional.empty() : Optional.of(stored.docNumber());
            case "txndate" -> Optional.of(stored.date());
            case "active" -> Optional.of(String.valueOf(stored.active()));
            case "metadata.createtime" -> Optional.of(stored.created());
            case "metadata.lastupdatedtime" -> Optional.of(stored.updated());
            default -> fromJson(Json.stored(Rendering.json(books, stored)), name);
        };
    }

    private static Optional<Comparable<?>> fromJson(JsonNode entity, String name) {
        JsonNode node = entity;
        for (String part : name.split("\\.")) {
            node = member(node, part);
        }
        JsonNode scalar = node.isObject() ? node.path("value") : node;
        if (scalar.isMissingNode() || scalar.isNull()) {
            return Optional.empty();
        }
        return Optional.of(parsed(name, scalar.asText()));
    }

    private static JsonNode member(JsonNode node, String name) {
        Iterator<Map.Entry<String, JsonNode>> members = node.fields();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            if (member.getKey().equalsIgnoreCase(name)) {
                return member.getValue();
            }
        }
        return node.path(name);
    }

    /** Reads a value of a query in the type of its field. */
    static Comparable<?> literal(String field, String text) {
        return parsed(field.toLowerCase(Locale.ROOT), text);
    }

    private static Comparable<?> parsed(String name, String text) {
        try {
            if (NUMBERS.contains(name)) {
                return new BigDecimal(text);
            }
            if (DATES.contains(name)) {
                return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
            }
            if (TIMES.contains(name)) {
                return Stamps.instant(text);
            }
            return text;
        } catch (NumberFormatException | DateTimeParseException e) {
            throw QuickBooksFault.queryInvalid("invalid value '" + text + "' for property '" + name + "'");
        }
    }

    static void checkFilterable(EntityType type, String field) {
        checkKnown(type, field);
        if (type.transaction() && !FILTERABLE_IN_TRANSACTIONS.contains(field.toLowerCase(Locale.ROOT))) {
            throw QuickBooksFault.queryInvalid("property '" + field + "' is not queryable");
        }
    }

    static void checkKnown(EntityType type, String field) {
        String first = field.split("\\.")[0];
        if (!Schema.knows(type, first)) {
            throw QuickBooksFault.queryInvalid("Property " + field + " not found for Entity " + type.word());
        }
    }
}
