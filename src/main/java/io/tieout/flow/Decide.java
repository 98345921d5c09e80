package io.tieout.flow;

import io.tieout.fact.FactKey;
import io.tieout.fact.GlLine;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.Ledger.PostingRow;
import io.tieout.mapping.MappingVersion;
import io.tieout.plan.Decision;
import io.tieout.plan.Plan;
import io.tieout.posting.PostingState;
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
                requireRefused(posting.get(), kind);
                return tools.ledger().document(posting.get()).facts().stream()
                        .map(f -> f.key())
                        .toList();
            }
        }
        var plan = plan(version);
        var found = new ArrayList<FactKey>();
        plan.held().stream()
                .filter(h -> matches(h.line(), h.group(), name))
                .forEach(h -> found.add(h.line().key()));
        plan.excluded().stream()
                .filter(e -> matches(e.line(), "", name))
                .forEach(e -> found.add(e.line().key()));
        if (kind != Decision.Kind.RELEASE) {
            plan.documents().stream()
                    .flatMap(d -> d.facts().stream())
                    .map(f -> f.key())
                    .filter(k -> k.sourceId().equals(name) || k.canonical().equals(name))
                    .forEach(found::add);
        }
        if (!found.isEmpty()) {
            return found;
        }
        throw new Stopped(Finding.of(
                FlowCode.LINE_NOT_FOUND,
                kind.name().toLowerCase(java.util.Locale.ROOT) + " " + name,
                "the source id of a held or excluded line, a hold group, gl: with an account number, or the number of a refused document",
                name,
                "List held lines with `tieout plan --company "
                        + version.mapping().binding().company() + "`."));
    }

    /** A document that stands in the target is not undone by a decision: only one that was refused may be decided about. */
    private static void requireRefused(PostingRow posting, Decision.Kind kind) {
        if (posting.state() != PostingState.REJECTED) {
            throw new Stopped(Finding.of(
                    FlowCode.ALREADY_POSTED,
                    kind.name().toLowerCase(java.util.Locale.ROOT) + " " + posting.marker(),
                    "lines that are not posted",
                    "a document that is " + posting.state().name().toLowerCase(java.util.Locale.ROOT)
                            + posting.targetId().map(id -> ", entry " + id).orElse(""),
                    "Nothing was decided. A posted entry is corrected in the source, by a new line."));
        }
    }

    private Plan plan(MappingVersion version) {
        try (var target = tools.connections().target(version.mapping().binding())) {
            return new Planning(tools).make(version, target, Selection.all()).plan();
        }
    }

    private static boolean matches(GlLine line, String group, String name) {
        return line.key().sourceId().equals(name)
                || line.key().canonical().equals(name)
                || (!group.isEmpty() && group.equals(name))
                || ("gl:" + line.accountNumber()).equals(name);
    }
}
