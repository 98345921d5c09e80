package io.tieout.tie;

import io.tieout.finding.Finding;
import io.tieout.money.CurrencyCode;
import java.util.List;
import java.util.Map;

/**
 * All rows of one company, with what was found on the way.
 *
 * @param notApplicable identities that say nothing about this company's books, each with the reason
 */
public record TieOut(
        String company,
        CurrencyCode currency,
        List<TieRow> rows,
        List<Finding> findings,
        Map<Identity, String> notApplicable) {

    public TieOut {
        notApplicable = Map.copyOf(notApplicable);
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    public List<TieRow> rows(Identity identity) {
        return rows.stream().filter(r -> r.identity() == identity).toList();
    }

    /** Rows whose two sides do not agree. */
    public List<TieRow> differences() {
        return rows.stream().filter(r -> r.difference() != 0).toList();
    }
}
