package io.tieout.plan;

import java.util.List;

/**
 * One document to be posted: what the dry run shows and what is sent.
 *
 * @param facts every source line it claims, in key order
 */
public record PlannedDocument(BusinessKey key, Marker marker, JournalEntry entry, List<FactReference> facts) {

    public PlannedDocument {
        facts = List.copyOf(facts);
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("a document without source lines: " + key);
        }
    }

    /**
     * SHA-256 over everything that matters for the books, in a fixed order: key, date, currency, lines with account,
     * side, amount, dimensions, name and memo, and the facts with their versions.
     */
    public String contentHash() {
        var text = new StringBuilder(key.canonical())
                .append('\n')
                .append(entry.date())
                .append('\n')
                .append(entry.currency())
                .append('\n')
                .append(entry.memo());
        for (var line : entry.lines()) {
            text.append('\n')
                    .append(line.account().id())
                    .append('\t')
                    .append(line.side())
                    .append('\t')
                    .append(line.amountMinor())
                    .append('\t')
                    .append(line.trackingClass().map(TargetDimension::id).orElse(""))
                    .append('\t')
                    .append(line.location().map(TargetDimension::id).orElse(""))
                    .append('\t')
                    .append(line.name().orElse(""))
                    .append('\t')
                    .append(line.memo());
        }
        for (var fact : facts) {
            text.append('\n')
                    .append(fact.key().canonical())
                    .append('\t')
                    .append(fact.version())
                    .append('\t')
                    .append(fact.fingerprint().hex());
        }
        return Hashes.hex(text.toString());
    }
}
