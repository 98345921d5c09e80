package io.tieout.flow;

import io.tieout.fact.PropertyId;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.MappingStore;
import io.tieout.mapping.MappingVersion;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which companies a selection means, and the mapping each runs under. */
public final class Companies {

    private final MappingStore mappings;

    public Companies(MappingStore mappings) {
        this.mappings = mappings;
    }

    /** Names of the companies a selection means, in alphabetical order. */
    public List<String> selected(Selection selection) {
        var all = mappings.companies();
        for (var wanted : selection.companies()) {
            if (!all.contains(wanted)) {
                throw new Stopped(Finding.of(
                        FlowCode.NO_MAPPING,
                        "--company " + wanted,
                        all.isEmpty() ? "a mapping file in the mappings folder" : "one of " + String.join(", ", all),
                        wanted,
                        "Correct the name, or add a mapping file whose binding.company is '" + wanted + "'."));
            }
        }
        if (all.isEmpty()) {
            throw new Stopped(Finding.of(
                    FlowCode.NO_MAPPING,
                    "mappings",
                    "at least one mapping file",
                    "none",
                    "Run `tieout init`, or copy one of the examples in mappings/ and fill in its binding."));
        }
        var companies = selection.companies().isEmpty() ? all : selection.companies();
        requireKnownProperties(selection, companies);
        return companies;
    }

    /** A property that no selected mapping names would select nothing, and nothing always looks clean. */
    private void requireKnownProperties(Selection selection, List<String> companies) {
        if (selection.properties().isEmpty()) {
            return;
        }
        var known = new TreeSet<PropertyId>();
        var read = EachCompany.of(
                companies,
                c -> mappings.published(c).or(() -> mappings.working(c).value()));
        if (read.done().size() < companies.size() || read.done().stream().anyMatch(Optional::isEmpty)) {
            // The property may stand in the mapping that cannot be read; that company is stopped with its own finding.
            return;
        }
        read.done().stream()
                .flatMap(Optional::stream)
                .forEach(v -> v.mapping().properties().forEach(p -> known.add(p.id())));
        for (var property : selection.properties()) {
            if (!known.isEmpty() && !known.contains(property)) {
                throw new Stopped(Finding.of(
                        FlowCode.UNKNOWN_SELECTOR,
                        "--property " + property,
                        "one of " + known.stream().map(PropertyId::value).collect(Collectors.joining(", ")),
                        property.value(),
                        "Correct the id, or add the property to a mapping."));
            }
        }
    }

    /** The published version, else the working file as a draft. */
    public MappingVersion forPlanning(String company) {
        var published = mappings.published(company);
        return published.isPresent() ? published.get() : draft(company);
    }

    /** The working file, published or not. */
    public MappingVersion draft(String company) {
        var working = mappings.working(company);
        if (working.hasErrors() || working.value().isEmpty()) {
            throw new Stopped(mappingErrors(working.findings()));
        }
        return working.value().orElseThrow();
    }

    /** The published version; {@code apply} and {@code sync} accept nothing else. */
    public MappingVersion published(String company) {
        return mappings.published(company)
                .orElseThrow(() -> new Stopped(Finding.of(
                        FlowCode.NOT_PUBLISHED,
                        "mapping of " + company,
                        "a published version",
                        "a working file only",
                        "Check it with `tieout mapping lint --company " + company + "`, then publish it with `tieout"
                                + " mapping publish --company " + company + " --author A --approver B`.")));
    }

    private static List<Finding> mappingErrors(List<Finding> findings) {
        var errors = findings.stream().filter(Finding::isError).toList();
        if (errors.isEmpty()) {
            throw new IllegalStateException("a mapping file gave neither a mapping nor an error: " + findings);
        }
        return errors;
    }
}
