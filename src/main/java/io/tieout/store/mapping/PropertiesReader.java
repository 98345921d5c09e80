package io.tieout.store.mapping;

import io.tieout.fact.Basis;
import io.tieout.fact.BookId;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.mapping.FlowMode;
import io.tieout.mapping.MappingCode;
import io.tieout.mapping.OpeningMode;
import io.tieout.mapping.PropertyMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code properties}, each completed from {@code property-defaults}. */
final class PropertiesReader {

    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");
    static final String ID_EXPECTED = "an id of the source, as 510001";
    static final String ID_NEXT = "write the property's id, not its name";

    private final Faults faults;

    PropertiesReader(Faults faults) {
        this.faults = faults;
    }

    List<PropertyMapping> read(Group file) {
        var defaults = file.group("property-defaults", Keys.PROPERTY_DEFAULTS);
        if (!file.has("properties")) {
            file.missing(MappingCode.KEY_MISSING, "properties", "a list of the properties to post");
        }
        var properties = new ArrayList<PropertyMapping>();
        file.node("properties").ifPresent(node -> {
            if (node instanceof YamlNode.Items items) {
                if (items.items().isEmpty()) {
                    file.missing(MappingCode.KEY_MISSING, "properties", "at least one property");
                }
                items.items().forEach(item -> property(item, defaults).ifPresent(properties::add));
            } else if (!(node instanceof YamlNode.Broken)) {
                faults.add(
                        MappingCode.WRONG_KIND,
                        node.place(),
                        "a list of properties",
                        node.words(),
                        "begin each property with '- id: ...'");
            }
        });
        return List.copyOf(properties);
    }

    private Optional<PropertyMapping> property(YamlNode node, Group defaults) {
        var own = Group.of(node, "a property", Keys.PROPERTY, faults);
        var group = own.withDefaults(defaults);
        var id = group.require("id", ID_EXPECTED, v -> v.matching(ID, ID_EXPECTED, ID_NEXT))
                .map(PropertyId::new);
        var basis = group.require("basis", "accrual or cash", v -> v.oneOf(PropertiesReader::basis, basisWords()));
        var book = group.require(
                "book",
                "the id of the GL book",
                v -> v.matching(ID, "an id of a GL book", "write the book's id, as 616"));
        var tree = group.require(
                "tree",
                "the id of the GL tree",
                v -> v.matching(ID, "an id of a GL tree", "write the tree's id, as 7001"));
        var flow = group.has("flow")
                ? group.read("flow", v -> v.oneOf(FlowMode::of, codes(FlowMode.values(), FlowMode::code)))
                : Optional.of(FlowMode.GL);
        var opening = group.require(
                "opening",
                "post or accept",
                v -> v.oneOf(OpeningMode::of, codes(OpeningMode.values(), OpeningMode::code)));
        var cutover = cutover(group);
        var name = group.read("name", Value::asText);
        var trackingClass = group.read("class", Value::asText);
        var location = group.read("location", Value::asText);
        var blackout = group.list("blackout-days", v -> v.asNumber(1, 31));
        if (id.isEmpty()
                || basis.isEmpty()
                || book.isEmpty()
                || tree.isEmpty()
                || flow.isEmpty()
                || cutover.isEmpty()
                || opening.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PropertyMapping(
                id.get(),
                name.orElse(id.get().value()),
                trackingClass,
                location,
                basis.get(),
                new BookId(book.get()),
                tree.get(),
                flow.get(),
                cutover.get(),
                opening.get(),
                blackout.stream().distinct().sorted().toList(),
                own.placeOf("id")));
    }

    private static Optional<PostMonth> cutover(Group group) {
        if (!group.has("cutover")) {
            group.missing(MappingCode.CUTOVER_MISSING, "cutover", "the first post month that Tieout posts");
        }
        return group.read("cutover", Value::asMonth);
    }

    private static Optional<Basis> basis(String word) {
        return Stream.of(Basis.values()).filter(b -> b.code().equals(word)).findFirst();
    }

    private static List<String> basisWords() {
        return codes(Basis.values(), Basis::code);
    }

    static <T> List<String> codes(T[] values, java.util.function.Function<T, String> code) {
        return Stream.of(values).map(code).toList();
    }
}
