package io.tieout.plan;

import io.tieout.finding.Finding;
import io.tieout.mapping.CompanyKey;
import java.util.List;

/**
 * Everything a run would do and would not do.
 *
 * @param company short name of the company
 * @param mappingHash version of the mapping
 * @param published whether that version may be applied
 * @param inputsHash SHA-256 over snapshots, claims, decisions, mapping version and the target's chart as used
 * @param documents in key order; no two with one key
 */
public record Plan(
        String company,
        CompanyKey companyKey,
        String mappingHash,
        boolean published,
        String inputsHash,
        List<PlannedDocument> documents,
        List<HeldLine> held,
        List<ExcludedLine> excluded,
        List<Finding> findings) {

    public Plan {
        documents = documents.stream()
                .sorted(java.util.Comparator.comparing(PlannedDocument::key))
                .toList();
        held = List.copyOf(held);
        excluded = List.copyOf(excluded);
        findings = List.copyOf(findings);
        if (documents.stream().map(PlannedDocument::key).distinct().count() != documents.size()) {
            throw new IllegalArgumentException("two documents of a plan share one business key");
        }
    }

    /** SHA-256 that folds the documents' hashes in key order: equal content, equal hash, on any machine. */
    public String contentHash() {
        var text = new StringBuilder(companyKey.value()).append('\n').append(mappingHash);
        documents.forEach(d -> text.append('\n').append(d.contentHash()));
        return Hashes.hex(text.toString());
    }
}
