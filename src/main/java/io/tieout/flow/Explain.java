package io.tieout.flow;

import io.tieout.fact.FactKind;
import io.tieout.fact.GlLine;
import io.tieout.fact.GlScope;
import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.flow.port.Ledger.PostingRow;
import io.tieout.mapping.MappingVersion;
import io.tieout.plan.Marker;
import io.tieout.plan.PlannedDocument;
import io.tieout.posting.EchoComparison;
import io.tieout.posting.TargetDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code explain}: from a document number or the target's id down to source lines, rules and mapping version. */
public final class Explain {

    private final Tools tools;
    private final Companies companies;

    public Explain(Tools tools) {
        this.tools = tools;
        this.companies = new Companies(tools.mappings());
    }

    /**
     * @param number our document number, or the target's own id of the entry
     * @param askTarget whether to read the entry in the target and compare
     */
    public Explanation run(Selection selection, String number, boolean askTarget) {
        for (var company : companies.selected(selection)) {
            var version = companies.forPlanning(company);
            var found = find(version, number.trim().toUpperCase(java.util.Locale.ROOT), number.trim());
            if (found.isPresent()) {
                return explain(version, found.get(), askTarget);
            }
        }
        throw new Stopped(Finding.of(
                FlowCode.DOCUMENT_NOT_FOUND,
                "explain " + number,
                "the number or the target's id of a document that Tieout posted",
                number,
                "Document numbers begin with TO and are listed by `tieout runs` and `tieout plan`."));
    }

    private Optional<PostingRow> find(MappingVersion version, String upper, String number) {
        var company = version.mapping().binding().companyKey();
        if (Marker.isMarker(upper)) {
            return tools.ledger().postingByMarker(company, new Marker(upper));
        }
        return tools.ledger().postingByTargetId(company, number);
    }

    private Explanation explain(MappingVersion version, PostingRow posting, boolean askTarget) {
        var document = tools.ledger().document(posting);
        var key = document.key();
        var scope = new GlScope(key.organisation(), key.property(), key.month(), key.basis(), key.book());
        return new Explanation(
                posting,
                document,
                lines(document, scope, version),
                marks(scope),
                tools.ledger().attempts(posting.postingId()),
                askTarget ? Optional.of(compare(version, document)) : Optional.empty());
    }

    private Map<String, GlLine> lines(PlannedDocument document, GlScope scope, MappingVersion version) {
        var lines = new TreeMap<String, GlLine>();
        if (document.facts().stream().anyMatch(f -> f.key().kind() == FactKind.GL_LINE)) {
            var wanted = document.facts().stream().map(f -> f.key()).collect(java.util.stream.Collectors.toSet());
            tools.ledger()
                    .latestComplete(scope)
                    .ifPresent(header -> tools
                            .ledger()
                            .lines(header, version.mapping().binding().companyKey())
                            .stream()
                            .map(s -> s.line())
                            .filter(l -> wanted.contains(l.key()))
                            .forEach(l -> lines.put(l.key().canonical(), l)));
        }
        return lines;
    }

    private Map<String, String> marks(GlScope scope) {
        var marks = new TreeMap<String, String>();
        tools.ledger().marks(scope).forEach((id, state) -> marks.put(id, state.name()));
        return marks;
    }

    private List<String> compare(MappingVersion version, PlannedDocument document) {
        try (var target = tools.connections().target(version.mapping().binding())) {
            Optional<List<TargetDocument>> found = target.findByMarker(document.marker());
            if (found.isEmpty()) {
                return List.of("the search in the target did not complete");
            }
            if (found.get().isEmpty()) {
                return List.of("the target holds no live entry with this number");
            }
            if (found.get().size() > 1) {
                return List.of("the target holds " + found.get().size() + " entries with this number");
            }
            var differences = EchoComparison.differences(document, found.get().get(0));
            return differences.isEmpty()
                    ? List.of("stands in the target as planned, id "
                            + found.get().get(0).id())
                    : differences;
        }
    }
}
