package io.tieout.mapping;

import io.tieout.fact.PropertyId;
import java.util.List;
import java.util.Optional;

/**
 * One mapping file as a value: one organisation of the source to one company of the target.
 *
 * @param file name of the file it was read from, for messages
 * @param openingEquity target account for openings of earlier years' income and expense
 */
public record Mapping(
        String file,
        Binding binding,
        List<PropertyMapping> properties,
        List<Rule> rules,
        Policies policies,
        ControlAccounts controls,
        Optional<AccountReference> openingEquity) {

    public Mapping {
        properties = List.copyOf(properties);
        rules = List.copyOf(rules);
    }

    public Optional<PropertyMapping> property(PropertyId id) {
        return properties.stream().filter(p -> p.id().equals(id)).findFirst();
    }
}
