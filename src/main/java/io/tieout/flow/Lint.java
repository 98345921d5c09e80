package io.tieout.flow;

import io.tieout.finding.Finding;
import io.tieout.mapping.MappingVersion;
import java.util.ArrayList;
import java.util.List;

/** {@code mapping lint}: every fault of the working files, by themselves or against the live charts. */
public final class Lint {

    private final Tools tools;
    private final Companies companies;

    public Lint(Tools tools) {
        this.tools = tools;
        this.companies = new Companies(tools.mappings());
    }

    /**
     * @param version hash of the working file, empty text when it cannot be read
     */
    public record Result(String company, String version, boolean published, List<Finding> findings) {}

    public List<Result> run(Selection selection, boolean live) {
        var results = new ArrayList<Result>();
        for (var company : companies.selected(selection)) {
            var working = tools.mappings().working(company);
            var findings = new ArrayList<>(working.findings());
            if (live) {
                working.value().ifPresent(v -> findings.addAll(against(v)));
            }
            results.add(new Result(
                    company,
                    working.value().map(MappingVersion::hash).orElse(""),
                    working.value().map(MappingVersion::published).orElse(false),
                    findings));
        }
        return results;
    }

    private List<Finding> against(MappingVersion version) {
        return List.of();
    }
}
