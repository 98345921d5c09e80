package io.tieout.tie;

import io.tieout.finding.Finding;
import io.tieout.money.CurrencyCode;
import java.util.List;

/** All rows of one company, with what was found on the way. */
public record TieOut(String company, CurrencyCode currency, List<TieRow> rows, List<Finding> findings) {

    public TieOut {
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
