package io.tieout.flow;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.MappingStore;
import io.tieout.mapping.MappingVersion;
import java.util.List;

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
        return selection.companies().isEmpty() ? all : selection.companies();
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
