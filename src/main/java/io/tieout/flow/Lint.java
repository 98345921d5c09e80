package io.tieout.flow;

import io.tieout.fact.GlAccountId;
import io.tieout.fact.PropertyId;
import io.tieout.fact.SourceAccount;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.mapping.LintContext;
import io.tieout.mapping.Linter;
import io.tieout.mapping.MappingVersion;
import io.tieout.mapping.PropertyMapping;
import io.tieout.plan.TargetCharts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** Against the charts as they are now; a side that cannot be reached is a finding of its own, the other is checked. */
    private List<Finding> against(MappingVersion version) {
        var findings = new ArrayList<Finding>();
        var context = LintContext.none();
        var binding = version.mapping().binding();
        try (var target = tools.connections().target(binding)) {
            context = context.withTarget(TargetCharts.of(target.company()));
        } catch (Stopped stopped) {
            findings.addAll(stopped.findings());
        }
        try (var source = tools.connections().source(binding)) {
            var charts = new HashMap<String, List<SourceAccount>>();
            version.mapping().properties().stream()
                    .map(PropertyMapping::tree)
                    .distinct()
                    .forEach(tree -> charts.put(tree, source.chart(tree)));
            context = context.withCharts(charts)
                    .withProperties(source.properties())
                    .withAmounts(amounts(version));
        } catch (Stopped stopped) {
            findings.addAll(stopped.findings());
        }
        findings.addAll(Linter.fit(version.mapping(), context));
        return findings;
    }

    /** Absolute money moved on each property's accounts, from the newest readings, to rank what has no rule. */
    private Map<PropertyId, Map<GlAccountId, Long>> amounts(MappingVersion version) {
        var amounts = new HashMap<PropertyId, Map<GlAccountId, Long>>();
        for (var property : version.mapping().properties()) {
            tools
                    .ledger()
                    .knownScopes(
                            version.mapping().binding().organisation(),
                            property.id(),
                            property.basis(),
                            property.book())
                    .stream()
                    .flatMap(s -> tools.ledger().latestSnapshot(s).stream())
                    .flatMap(h -> tools.ledger().accounts(h).stream())
                    .forEach(a -> amounts.computeIfAbsent(property.id(), p -> new HashMap<>())
                            .merge(a.account(), Math.abs(a.lineDebits()) + Math.abs(a.lineCredits()), Long::sum));
        }
        return amounts;
    }
}
