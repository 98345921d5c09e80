package io.tieout.selftest.checker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was read from the source: facts that only grow (I10), and months that hold the sum of their lines (I8). */
final class FactBook {

    /** One property, basis, book and month: sums of what was read, and of the facts present. */
    private static final class Scope {
        private long debitMinor;
        private long creditMinor;
        private long lines;
        private long readDebitMinor;
        private long readCreditMinor;
        private long readLines;
        private boolean wasRead;
        private boolean newestComplete;
    }

    private final Findings findings;
    private final Map<Long, Fact> facts = new LinkedHashMap<>();
    private final Map<String, List<Fact>> bySourceId = new HashMap<>();
    private final Map<String, Scope> scopes = new LinkedHashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();

    FactBook(Findings findings) {
        this.findings = findings;
    }

    void snapshot(LedgerEvent event) {
        var name = String.join(
                "|",
                event.text("org"),
                event.text("property"),
                event.text("basis"),
                event.text("book"),
                event.text("post_month"));
        var scope = scopes.computeIfAbsent(name, s -> new Scope());
        scope.newestComplete = event.number("complete") == 1;
        if (!scope.newestComplete) {
            return;
        }
        scope.wasRead = true;
        scope.readDebitMinor = event.number("debit_minor");
        scope.readCreditMinor = event.number("credit_minor");
        scope.readLines = event.number("lines_count");
        touched.add(name);
    }

    void seen(LedgerEvent event) {
        var fact = new Fact(event);
        boolean fresh = !facts.containsKey(fact.id) && event.number("version") == 1;
        if (findings.broken(Invariant.I10, fresh)) {
            findings.add(Invariant.I10, event.place(), "a new line at version 1", fact.place());
        }
        facts.put(fact.id, fact);
        bySourceId
                .computeIfAbsent(sourceKey(fact.org, fact.property, fact.sourceId), k -> new ArrayList<>(2))
                .add(fact);
        count(fact, 1);
    }

    void version(LedgerEvent event) {
        var fact = known(event);
        if (fact == null) {
            return;
        }
        long next = fact.current().number() + 1;
        if (findings.broken(Invariant.I10, event.number("version") == next)) {
            findings.add(Invariant.I10, event.place(), "version " + next, "version " + event.number("version"));
        }
        count(fact, -1);
        fact.add(event);
        count(fact, 1);
    }

    void absence(LedgerEvent event) {
        var fact = known(event);
        if (fact != null) {
            count(fact, -1);
            fact.present(event.number("absent") == 0);
            count(fact, 1);
        }
    }

    /** The sums of the months that were touched since the last look. */
    void check() {
        for (var name : touched) {
            var scope = scopes.get(name);
            if (scope == null || !scope.wasRead) {
                continue;
            }
            boolean same = scope.debitMinor == scope.readDebitMinor
                    && scope.creditMinor == scope.readCreditMinor
                    && scope.lines == scope.readLines;
            if (findings.broken(Invariant.I8, same)) {
                findings.add(
                        Invariant.I8,
                        "lines of " + name,
                        sums(scope.readLines, scope.readDebitMinor, scope.readCreditMinor) + " as read",
                        sums(scope.lines, scope.debitMinor, scope.creditMinor));
            }
        }
        touched.clear();
    }

    @Nullable Fact get(long factId) {
        return facts.get(factId);
    }

    Collection<Fact> all() {
        return facts.values();
    }

    /** Facts of a property that share a source id, of every basis and month. */
    List<Fact> bySourceId(String org, String property, String sourceId) {
        return bySourceId.getOrDefault(sourceKey(org, property, sourceId), List.of());
    }

    /** Scopes whose newest reading is complete. */
    Set<String> scopesFresh() {
        var fresh = new LinkedHashSet<String>();
        scopes.forEach((name, scope) -> {
            if (scope.wasRead && scope.newestComplete) {
                fresh.add(name);
            }
        });
        return fresh;
    }

    void forget() {
        facts.clear();
        bySourceId.clear();
        scopes.clear();
        touched.clear();
    }

    private @Nullable Fact known(LedgerEvent event) {
        var fact = facts.get(event.number("fact_id"));
        if (findings.broken(Invariant.I10, fact != null)) {
            findings.add(
                    Invariant.I10, event.place(), "a line that was seen before", "line " + event.number("fact_id"));
        }
        return fact;
    }

    private void count(Fact fact, int sign) {
        if (fact.isOpening() || !fact.isPresent()) {
            return;
        }
        var now = fact.current();
        var name = fact.scope(now.postMonth());
        var scope = scopes.computeIfAbsent(name, s -> new Scope());
        scope.debitMinor += sign * now.debitMinor();
        scope.creditMinor += sign * now.creditMinor();
        scope.lines += sign;
        touched.add(name);
    }

    private static String sourceKey(String org, String property, String sourceId) {
        return org + "|" + property + "|" + sourceId;
    }

    private static String sums(long lines, long debitMinor, long creditMinor) {
        return lines + " lines, debits " + debitMinor + ", credits " + creditMinor;
    }
}
