package io.tieout.flow;

import io.tieout.fact.FactKey;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.mapping.MappingVersion;
import io.tieout.plan.Decision;
import io.tieout.plan.HeldLine;
import java.util.ArrayList;
import java.util.List;

/** {@code release}, {@code exclude} and hold by a person: decisions about single source lines, kept with who and why. */
public final class Decide {

    private final Tools tools;
    private final Companies companies;

    public Decide(Tools tools) {
        this.tools = tools;
        this.companies = new Companies(tools.mappings());
    }

    /**
     * Decides about lines.
     *
     * @param what source ids of lines, document markers, a hold group, or {@code gl:} with an account number
     */
    public List<Decision> run(String company, List<String> what, Decision.Kind kind, String reason, String by) {
        var version = companies.forPlanning(company);
        var keys = new ArrayList<FactKey>();
        for (var name : what) {
            keys.addAll(named(version, name, kind));
        }
        var decisions = keys.stream()
                .distinct()
                .sorted()
                .map(k -> new Decision(k, kind, reason, by))
                .toList();
        tools.ledger().recordDecision(version.mapping().binding().companyKey(), decisions);
        return decisions;
    }

    private List<FactKey> named(MappingVersion version, String name, Decision.Kind kind) {
        var company = version.mapping().binding().companyKey();
        if (io.tieout.plan.Marker.isMarker(name)) {
            var posting = tools.ledger().postingByMarker(company, new io.tieout.plan.Marker(name));
            if (posting.isPresent()) {
                return tools.ledger().document(posting.get()).facts().stream()
                        .map(f -> f.key())
                        .toList();
            }
        }
        var held = held(version).stream()
                .filter(h -> matches(h, name))
                .map(h -> h.line().key())
                .toList();
        if (!held.isEmpty()) {
            return held;
        }
        throw new Stopped(Finding.of(
                FlowCode.LINE_NOT_FOUND,
                kind.name().toLowerCase(java.util.Locale.ROOT) + " " + name,
                "the source id of a held line, a hold group, gl: with an account number, or a document number",
                name,
                "List held lines with `tieout plan --company "
                        + version.mapping().binding().company() + "`."));
    }

    private List<HeldLine> held(MappingVersion version) {
        try (var target = tools.connections().target(version.mapping().binding())) {
            return new Planning(tools)
                    .make(version, target, Selection.all())
                    .plan()
                    .held();
        }
    }

    private static boolean matches(HeldLine held, String name) {
        return held.line().key().sourceId().equals(name)
                || held.line().key().canonical().equals(name)
                || held.group().equals(name)
                || ("gl:" + held.line().accountNumber()).equals(name);
    }
}
