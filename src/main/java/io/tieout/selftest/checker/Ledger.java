package io.tieout.selftest.checker;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The judge's own fold of the ledger. */
final class Ledger {

    final Map<String, Company> companies = new LinkedHashMap<>();
    final Map<String, Posting> postings = new LinkedHashMap<>();
    final Map<String, Attempt> attempts = new HashMap<>();
    final FactBook facts;

    Ledger(Findings findings) {
        this.facts = new FactBook(findings);
    }

    Company company(String key) {
        return companies.computeIfAbsent(key, Company::new);
    }

    @Nullable Posting byMarker(String company, String marker) {
        var known = companies.get(company);
        return known == null ? null : known.byMarker.get(marker);
    }

    void forget() {
        companies.clear();
        postings.clear();
        attempts.clear();
        facts.forget();
    }
}
