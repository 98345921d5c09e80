package io.tieout.mapping;

import io.tieout.fact.PropertyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One mapping file as a value: one organisation of the source to one company of the target.
 *
 * @param file name of the file it was read from, for messages
 * @param openingEquity target account for openings of earlier years' income and expense
 * @param places where groups and their keys stand in the file, for messages; not part of the version
 */
public record Mapping(
        String file,
        Binding binding,
        List<PropertyMapping> properties,
        List<Rule> rules,
        Policies policies,
        ControlAccounts controls,
        Optional<AccountReference> openingEquity,
        Map<String, SourcePlace> places) {

    public Mapping {
        properties = List.copyOf(properties);
        rules = List.copyOf(rules);
        places = Map.copyOf(places);
    }

    /** A mapping that did not come from a file with places. */
    public Mapping(
            String file,
            Binding binding,
            List<PropertyMapping> properties,
            List<Rule> rules,
            Policies policies,
            ControlAccounts controls,
            Optional<AccountReference> openingEquity) {
        this(file, binding, properties, rules, policies, controls, openingEquity, Map.of());
    }

    /** Where a part of the file stands, for example {@code policies.unmapped}; the file's first line when unknown. */
    public SourcePlace place(String part) {
        return places.getOrDefault(part, new SourcePlace(file, 1, 1));
    }

    public Optional<PropertyMapping> property(PropertyId id) {
        return properties.stream().filter(p -> p.id().equals(id)).findFirst();
    }
}
