package io.tieout.mapping;

import io.tieout.fact.PropertyId;
import io.tieout.finding.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** Checks of bindings, properties and policies that need nothing from outside. */
final class ContentLint {

    private final Mapping mapping;
    private final List<Finding> findings = new ArrayList<>();

    ContentLint(Mapping mapping) {
        this.mapping = mapping;
    }

    List<Finding> findings() {
        target();
        propertiesTwice();
        bases();
        flows();
        dimensions();
        openingEquity();
        unlistedProperties();
        rulesWithoutEffect();
        return List.copyOf(findings);
    }

    private void target() {
        if (mapping.binding().target() != TargetKind.QUICKBOOKS) {
            add(
                    MappingCode.TARGET_NOT_POSTED,
                    mapping.place("binding.target"),
                    "target: quickbooks",
                    "target: " + mapping.binding().target().code(),
                    "keep the file for a release that posts there; until then nothing of it is posted");
        }
    }

    private void propertiesTwice() {
        var first = new HashMap<PropertyId, SourcePlace>();
        mapping.properties().forEach(property -> {
            var before = first.putIfAbsent(property.id(), property.place());
            if (before != null) {
                add(
                        MappingCode.PROPERTY_TWICE,
                        property.place(),
                        "each property once",
                        property.id() + " again; first at " + before,
                        "delete one of the two entries");
            }
        });
    }

    /** One basis per company (accounting rules, section 1). */
    private void bases() {
        var properties = mapping.properties();
        properties.stream()
                .filter(p -> p.basis() != properties.get(0).basis())
                .findFirst()
                .ifPresent(p -> add(
                        MappingCode.TWO_BASES,
                        p.place(),
                        "basis " + properties.get(0).basis().code() + " for every property, as for "
                                + properties.get(0).id(),
                        "basis " + p.basis().code() + " for " + p.id(),
                        "give the other basis a target company and a mapping file of its own"));
    }

    /** The flow modes with bills are part of the format; this release does not post them. */
    private void flows() {
        mapping.properties().stream()
                .filter(p -> p.flow() != FlowMode.GL)
                .forEach(p -> add(
                        MappingCode.FLOW_NOT_POSTED,
                        p.place(),
                        "flow: gl, the one mode this release posts",
                        "flow: " + p.flow().code() + " for " + p.id(),
                        "write flow: gl; lines of the property are held until then"));
    }

    /** With one property the company itself is the dimension. */
    private void dimensions() {
        if (mapping.properties().size() < 2) {
            return;
        }
        mapping.properties().stream()
                .filter(p -> p.trackingClass().isEmpty() && p.location().isEmpty())
                .forEach(p -> add(
                        MappingCode.DIMENSION_MISSING,
                        p.place(),
                        "a class or a location, since the company holds several properties",
                        "neither for " + p.id() + " " + p.name(),
                        "add 'class: ...' or 'location: ...'; without one its lines cannot be told from the others'"));
    }

    /** At the start of a fiscal year all income and expense before cutover is that of earlier years. */
    private void openingEquity() {
        if (mapping.openingEquity().isPresent()) {
            return;
        }
        mapping.properties().stream()
                .filter(p -> p.opening() == OpeningMode.POST)
                .filter(p ->
                        p.cutover().value().getMonthValue() == mapping.binding().fiscalYearStartMonth())
                .findFirst()
                .ifPresent(p -> add(
                        MappingCode.OPENING_EQUITY_MISSING,
                        p.place(),
                        "an 'opening-equity' account: " + p.cutover() + " begins a fiscal year, so openings of income"
                                + " and expense belong to earlier years",
                        "none",
                        "add 'opening-equity: ...' with an equity account of the target; such openings are held"
                                + " until then"));
    }

    private void unlistedProperties() {
        var listed = new HashSet<PropertyId>();
        mapping.properties().forEach(p -> listed.add(p.id()));
        var ids = listed.stream().map(PropertyId::value).toList();
        var said = new HashSet<PropertyId>();
        mapping.rules()
                .forEach(rule -> rule.property()
                        .filter(id -> !listed.contains(id) && said.add(id))
                        .ifPresent(id -> add(
                                MappingCode.RULE_FOR_UNLISTED_PROPERTY,
                                rule.place(),
                                "a property that 'properties' lists",
                                id + "." + DidYouMean.sentence(id.value(), ids),
                                "list the property, or correct or delete its rules")));
    }

    private void rulesWithoutEffect() {
        var said = EnumSet.of(SubjectKind.GL_ACCOUNT);
        mapping.rules().stream()
                .filter(rule -> said.add(rule.subject()))
                .forEach(rule -> add(
                        MappingCode.RULE_WITHOUT_EFFECT,
                        rule.place(),
                        "'gl-accounts', the one kind of code that routes GL lines",
                        count(rule.subject()) + " for '" + rule.subject().code() + "'",
                        "keep them for the flow modes gl+bills and subledgers; they change nothing until then"));
    }

    private String count(SubjectKind kind) {
        var rules = mapping.rules().stream().filter(r -> r.subject() == kind).count();
        return rules == 1 ? "1 rule" : rules + " rules";
    }

    private void add(MappingCode code, SourcePlace place, String expected, String found, String next) {
        findings.add(Finding.of(code, place.toString(), expected, found, next));
    }
}
