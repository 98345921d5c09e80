package io.tieout.store.mapping;

import io.tieout.mapping.DidYouMean;
import io.tieout.mapping.RuleLayer;
import io.tieout.mapping.SubjectKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every key of the format, by the group it stands in (docs/mapping.md). */
final class Keys {

    static final List<String> FILE = List.of(
            "tieout", "binding", "property-defaults", "properties", "rules", "controls", "opening-equity", "policies");
    static final List<String> BINDING = List.of(
            "company", "organisation", "source", "target", "connection", "company-id", "currency", "fiscal-year-start");
    static final List<String> PROPERTY_DEFAULTS =
            List.of("basis", "book", "tree", "flow", "cutover", "opening", "class", "location", "blackout-days");
    static final List<String> PROPERTY =
            Stream.concat(Stream.of("id", "name"), PROPERTY_DEFAULTS.stream()).toList();
    static final List<String> LAYERS =
            Stream.of(RuleLayer.values()).map(RuleLayer::code).toList();
    static final List<String> SUBJECTS =
            Stream.of(SubjectKind.values()).map(SubjectKind::code).toList();
    static final List<String> RULE = List.of("account", "hold", "exclude", "class", "location", "name", "from", "to");
    static final List<String> EXCEPTION = Stream.concat(
                    Stream.concat(Stream.of("property", "transaction-type"), singularSubjects()), RULE.stream())
            .toList();
    static final List<String> CONTROLS = List.of("receivables", "prepaid", "deposits", "payables", "cash");
    static final List<String> POLICIES = List.of(
            "unmapped",
            "late",
            "grain",
            "lines",
            "lines-max",
            "guard-rails",
            "repeated-ids",
            "mark-batch",
            "ap-payments",
            "two-person-rule");
    static final List<String> UNMAPPED = List.of("suspense", "until");
    static final List<String> GUARD_RAILS = List.of("document-max", "run-max", "new-unmapped-max");

    private static final Map<String, List<String>> HOMES = homes();

    private Keys() {}

    /** {@code gl-account} for {@code gl-accounts}: exceptions name one code each. */
    static String singular(SubjectKind kind) {
        return kind.code().substring(0, kind.code().length() - 1);
    }

    /** What to do about a key that its group does not know. */
    static String advice(String key, String group, List<String> known) {
        var near = DidYouMean.of(key, known);
        if (near.isPresent()) {
            return "did you mean '" + near.get() + "'?";
        }
        var home = HOMES.entrySet().stream()
                .filter(e -> !e.getKey().equals(group) && e.getValue().contains(key))
                .map(Map.Entry::getKey)
                .findFirst();
        return home.map(h -> "'" + key + "' belongs in " + h + "; check the indentation")
                .orElse("remove it, or compare with docs/mapping.md");
    }

    private static Stream<String> singularSubjects() {
        return Stream.of(SubjectKind.values()).map(Keys::singular);
    }

    private static Map<String, List<String>> homes() {
        var homes = new LinkedHashMap<String, List<String>>();
        homes.put("the file itself", FILE);
        homes.put("'binding'", BINDING);
        homes.put("'property-defaults' or a property", PROPERTY_DEFAULTS);
        homes.put("'rules'", LAYERS);
        homes.put("a layer of 'rules'", SUBJECTS);
        homes.put("'policies'", POLICIES);
        homes.put("'controls'", CONTROLS);
        homes.put("'guard-rails'", GUARD_RAILS);
        homes.put("an exception", EXCEPTION);
        return homes;
    }
}
