package io.tieout.store.ledger;

import io.tieout.fact.GlScope;
import io.tieout.flow.port.Ledger.MarkState;
import io.tieout.store.event.FactValues;
import io.tieout.store.event.LedgerIdentity;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes export marks, inside the writer's transaction. */
final class MarkWriter {

    private static final String UPSERT = "insert into mark_current (org, property, basis, book, post_month, source_id,"
            + " state) values (?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (org, property, basis, book, post_month, source_id) do update set state = excluded.state";

    private final LedgerTransaction transaction;

    MarkWriter(LedgerTransaction transaction) {
        this.transaction = transaction;
    }

    void intent(String batchId, GlScope scope, List<String> sourceIds) throws SQLException {
        String stream = LedgerIdentity.org(scope.organisation().value());
        for (String id : sourceIds) {
            transaction.record(stream, Shapes.MARK_INTENT, FactValues.markIntent(batchId, scope, id));
            current(scope, id, MarkState.INTENT);
        }
    }

    void outcomes(String batchId, GlScope scope, Map<String, MarkState> outcomes, String words) throws SQLException {
        String stream = LedgerIdentity.org(scope.organisation().value());
        var earlier = new HashMap<String, Integer>();
        transaction
                .query(
                        "select source_id, max(outcome_no) from mark_outcome where mark_batch_id = ? group by source_id",
                        row -> Map.entry(row.getString(1), row.getInt(2)),
                        batchId)
                .forEach(entry -> earlier.put(entry.getKey(), entry.getValue()));
        for (var outcome : new TreeMap<>(outcomes).entrySet()) {
            transaction.record(
                    stream,
                    Shapes.MARK_OUTCOME,
                    FactValues.markOutcome(
                            batchId,
                            scope,
                            outcome.getKey(),
                            earlier.getOrDefault(outcome.getKey(), 0) + 1,
                            outcome.getValue().name(),
                            words));
            current(scope, outcome.getKey(), outcome.getValue());
        }
    }

    private void current(GlScope scope, String sourceId, MarkState state) throws SQLException {
        transaction.update(
                UPSERT,
                scope.organisation().value(),
                scope.property().value(),
                scope.basis().code(),
                scope.book().value(),
                scope.month().toString(),
                sourceId,
                state.name());
    }
}
