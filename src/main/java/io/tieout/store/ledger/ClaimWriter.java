package io.tieout.store.ledger;

import io.tieout.fact.FactKey;
import io.tieout.plan.FactReference;
import io.tieout.plan.PlannedDocument;
import io.tieout.store.event.LedgerIdentity;
import io.tieout.store.event.PostingValues;
import io.tieout.store.event.Refusals;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Claims of facts, inside the writer's transaction.
 *
 * <p>It looks first, to name the line that is taken; what makes a second claim impossible is the primary key
 * (company, fact, ordinal) with its alternating acts.
 */
final class ClaimWriter {

    private static final int IN_MAX = 500;

    private final LedgerTransaction transaction;

    ClaimWriter(LedgerTransaction transaction) {
        this.transaction = transaction;
    }

    /** Claims every fact of a document for its posting. */
    void post(String company, String postingId, PlannedDocument document) throws SQLException {
        var ids = factIds(document.facts().stream().map(FactReference::key).toList());
        var ordinals = ordinals(company, List.copyOf(ids.values()));
        var lines = PostingValues.linesByFact(document);
        for (var fact : document.facts()) {
            Long factId = ids.get(fact.key());
            if (factId == null) {
                throw Refusals.notInLedger(fact.key());
            }
            int ordinal = ordinals.getOrDefault(factId, 0) + 1;
            if (ordinal % 2 == 0) {
                throw Refusals.claimedAlready(fact.key(), company);
            }
            // A fact named twice in one document meets its own first claim.
            ordinals.put(factId, ordinal);
            int lineNo = lines.getOrDefault(fact.key(), 0);
            transaction.record(
                    LedgerIdentity.company(company),
                    Shapes.CLAIM,
                    PostingValues.claim(factId, ordinal, fact, postingId, lineNo, document));
        }
    }

    /** Releases what a posting holds, after it is proven that its document does not stand. */
    void release(String company, String postingId) throws SQLException {
        undo(company, postingId, postingId, "RELEASE");
    }

    /** Reverses what a posting holds, by the posting of an approved reversal. */
    void reverse(String company, String postingId, String reversingPostingId) throws SQLException {
        undo(company, postingId, reversingPostingId, "REVERSE");
    }

    private void undo(String company, String postingId, String by, String act) throws SQLException {
        var held = transaction.query(
                "select c.fact_id, c.ordinal, c.version, c.line_no, c.rule, c.target_account_id from claim c"
                        + " where c.posting_id = ? and c.act = 'POST' and c.ordinal = (select max(d.ordinal) from claim d"
                        + " where d.target_company = c.target_company and d.fact_id = c.fact_id) order by c.fact_id",
                row -> new Object[] {
                    company,
                    row.getLong(1),
                    row.getInt(2) + 1,
                    row.getInt(3),
                    by,
                    row.getInt(4),
                    act,
                    row.getString(5),
                    row.getString(6)
                },
                postingId);
        for (var values : held) {
            transaction.record(LedgerIdentity.company(company), Shapes.CLAIM, values);
        }
    }

    /** Ids of facts by key; a key that the ledger does not know is missing. */
    Map<FactKey, Long> factIds(List<FactKey> keys) throws SQLException {
        Map<List<String>, List<FactKey>> byScope = new HashMap<>();
        for (var key : keys) {
            byScope.computeIfAbsent(
                            List.of(
                                    key.organisation().value(),
                                    key.kind().code(),
                                    key.property().value(),
                                    key.basis().code(),
                                    key.book().value()),
                            k -> new ArrayList<>())
                    .add(key);
        }
        var ids = new HashMap<FactKey, Long>();
        for (var group : byScope.entrySet()) {
            var sources =
                    group.getValue().stream().map(FactKey::sourceId).distinct().toList();
            for (int from = 0; from < sources.size(); from += IN_MAX) {
                find(group.getKey(), sources.subList(from, Math.min(sources.size(), from + IN_MAX)), ids);
            }
        }
        return ids;
    }

    private void find(List<String> scope, List<String> sources, Map<FactKey, Long> ids) throws SQLException {
        var values = new ArrayList<Object>(scope);
        values.addAll(sources);
        transaction
                .query(
                        "select f.fact_id, " + FactRows.KEY + " from fact f where f.org = ? and f.kind = ?"
                                + " and f.property = ? and f.basis = ? and f.book = ? and f.source_id in ("
                                + Sql.marks(pad(values, scope.size())) + ")",
                        row -> Map.entry(FactRows.key(row, 2), row.getLong(1)),
                        values.toArray())
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
    }

    private Map<Long, Integer> ordinals(String company, List<Long> factIds) throws SQLException {
        var ordinals = new HashMap<Long, Integer>();
        for (int from = 0; from < factIds.size(); from += IN_MAX) {
            var values = new ArrayList<Object>();
            values.add(company);
            values.addAll(factIds.subList(from, Math.min(factIds.size(), from + IN_MAX)));
            transaction
                    .query(
                            "select fact_id, max(ordinal) from claim where target_company = ? and fact_id in ("
                                    + Sql.marks(pad(values, 1)) + ") group by fact_id",
                            row -> Map.entry(row.getLong(1), row.getInt(2)),
                            values.toArray())
                    .forEach(entry -> ordinals.put(entry.getKey(), entry.getValue()));
        }
        return ordinals;
    }

    /** Repeats the last value until the list has one of three lengths, so that few statements are prepared. */
    private static int pad(List<Object> values, int fixed) {
        int wanted = values.size() - fixed;
        int size = wanted <= 10 ? 10 : wanted <= 100 ? 100 : IN_MAX;
        while (values.size() - fixed < size) {
            values.add(values.get(values.size() - 1));
        }
        return size;
    }
}
