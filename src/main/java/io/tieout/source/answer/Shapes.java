package io.tieout.source.answer;

import io.tieout.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The shapes lists and members come in (Entrata API contract, section 2.10): one object or many, a map keyed by id,
 * attributes beside or inside, and five ways of saying nothing.
 */
final class Shapes {

    private static final Pattern KEY = Pattern.compile("\\d+");

    private Shapes() {}

    /**
     * One item of a list.
     *
     * @param key the id under which it stood in a map; empty text when it stood in none
     */
    record Item(String key, Json json) {}

    /** Whether a member says nothing: left out, null, blank text, or a list or object of nothing. */
    static boolean isEmpty(Json json) {
        if (json instanceof Json.Text text) {
            return text.value().isBlank();
        }
        if (json instanceof Json.Items items) {
            return items.inOrder().stream().allMatch(Shapes::isEmpty);
        }
        return json == Json.Nothing.NULL
                || (json instanceof Json.Fields fields && fields.byName().isEmpty());
    }

    /** The first non-empty member of these names, plain or among the attributes. */
    static Optional<Json> member(Json record, String... names) {
        for (String name : names) {
            var plain = record.at(name);
            if (!isEmpty(plain)) {
                return Optional.of(plain);
            }
            var attribute = record.at("@attributes", name);
            if (!isEmpty(attribute)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /**
     * The items of a list that stands under {@code outer.inner}, or under {@code outer} alone where {@code inner} is empty
     * text; an absent or empty list has none.
     *
     * @return empty when something stands there that is no list: never taken for a list without items
     */
    static Optional<List<Item>> many(Json record, String outer, String inner) {
        if (!isEmpty(record) && record.fields().isEmpty()) {
            return Optional.empty();
        }
        var container = record.at(outer);
        if (isEmpty(container)) {
            return Optional.of(List.of());
        }
        if (inner.isEmpty()) {
            return listed(container);
        }
        if (container instanceof Json.Items items) {
            return objects(items);
        }
        if (container.fields().containsKey(inner)) {
            return listed(container.at(inner));
        }
        return isKeyed(container) ? Optional.of(keyed(container)) : Optional.empty();
    }

    private static Optional<List<Item>> listed(Json inner) {
        if (isEmpty(inner)) {
            return Optional.of(List.of());
        }
        if (inner instanceof Json.Items items) {
            return objects(items);
        }
        if (inner.fields().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(isKeyed(inner) ? keyed(inner) : List.of(new Item("", inner)));
    }

    private static Optional<List<Item>> objects(Json.Items items) {
        var found = new ArrayList<Item>(items.inOrder().size());
        for (var item : items.inOrder()) {
            if (!isEmpty(item)) {
                if (item.fields().isEmpty()) {
                    return Optional.empty();
                }
                found.add(new Item("", item));
            }
        }
        return Optional.of(found);
    }

    private static boolean isKeyed(Json json) {
        return !json.fields().isEmpty()
                && json.fields().entrySet().stream()
                        .allMatch(e -> KEY.matcher(e.getKey()).matches()
                                && !e.getValue().fields().isEmpty());
    }

    private static List<Item> keyed(Json json) {
        return json.fields().entrySet().stream()
                .map(e -> new Item(e.getKey(), e.getValue()))
                .toList();
    }
}
