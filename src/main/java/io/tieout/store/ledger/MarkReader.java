package io.tieout.store.ledger;

import io.tieout.fact.FactKind;
import io.tieout.fact.GlScope;
import io.tieout.flow.port.Ledger.MarkState;
import io.tieout.flow.port.Ledger.Markable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads export marks and what may be marked. */
final class MarkReader {

    /**
     * Facts of a property (organisation, property) whose unreversed claim stands in a document that is known to be in the
     * target, at the claimed version. Found from the property's documents: over all claims each scope would cost the whole
     * ledger.
     */
    private static final String POSTED = "(select k.fact_id, k.version from posting q join posting_current p"
            + " on p.posting_id = q.posting_id join claim k on k.posting_id = q.posting_id"
            + " where q.org = ? and q.property = ? and k.act = 'POST' and p.state in ('MATCHED', 'VERIFIED')"
            + " and k.ordinal = (select max(m.ordinal) from claim m"
            + " where m.target_company = k.target_company and m.fact_id = k.fact_id))";

    private final Connection connection;

    MarkReader(Connection connection) {
        this.connection = connection;
    }

    /**
     * Ids whose every line that moves money is posted; an id with one line held is not marked, as the mark would cover
     * the held line too.
     */
    List<Markable> markable(GlScope scope) throws SQLException {
        var waiting = unpostedInOtherBases(scope);
        var marked = markedInOtherBases(scope);
        return Sql.list(
                connection,
                "select x.source_id, count(*) from (select f.source_id,"
                        + " case when v.debit_minor <> v.credit_minor then 1 else 0 end as moves,"
                        + " case when (f.fact_id, c.version) in " + POSTED + " then 1 else 0 end as posted"
                        + " from fact_current c join fact f on f.fact_id = c.fact_id"
                        + " join fact_version v on v.fact_id = c.fact_id and v.version = c.version"
                        + " where c.scope_no = (select s.scope_no from snapshot s where s.org = ? and s.property = ?"
                        + " and s.basis = ? and s.book = ? and s.post_month = ? order by s.snapshot_no limit 1)"
                        + " and c.absent_snapshot_no = 0 and f.kind = ?) x"
                        + " where not exists (select 1 from mark_current m where m.org = ? and m.property = ?"
                        + " and m.basis = ? and m.book = ? and m.post_month = ? and m.source_id = x.source_id)"
                        + " group by x.source_id having sum(x.posted) > 0 and sum(x.posted) = sum(x.moves)"
                        + " order by x.source_id",
                row -> new Markable(
                        row.getString(1),
                        row.getInt(2),
                        waiting.contains(row.getString(1)),
                        marked.contains(row.getString(1))),
                scope.organisation().value(),
                scope.property().value(),
                scope.organisation().value(),
                scope.property().value(),
                scope.basis().code(),
                scope.book().value(),
                scope.month().toString(),
                FactKind.GL_LINE.code(),
                scope.organisation().value(),
                scope.property().value(),
                scope.basis().code(),
                scope.book().value(),
                scope.month().toString());
    }

    /** Ids of lines of the property that another basis has, that move money there and are not posted yet. */
    private Set<String> unpostedInOtherBases(GlScope scope) throws SQLException {
        return new HashSet<>(Sql.list(
                connection,
                "select f.source_id from fact f join fact_current c on c.fact_id = f.fact_id"
                        + " join fact_version v on v.fact_id = c.fact_id and v.version = c.version"
                        + " where f.org = ? and f.kind = ? and f.property = ? and f.basis <> ?"
                        + " and c.absent_snapshot_no = 0 and v.debit_minor <> v.credit_minor"
                        + " and (f.fact_id, c.version) not in " + POSTED,
                row -> row.getString(1),
                scope.organisation().value(),
                FactKind.GL_LINE.code(),
                scope.property().value(),
                scope.basis().code(),
                scope.organisation().value(),
                scope.property().value()));
    }

    /** Ids of the property that are marked already with a line of another basis. */
    private Set<String> markedInOtherBases(GlScope scope) throws SQLException {
        return new HashSet<>(Sql.list(
                connection,
                "select source_id from mark_current where org = ? and property = ? and basis <> ? and state = 'MARKED'",
                row -> row.getString(1),
                scope.organisation().value(),
                scope.property().value(),
                scope.basis().code()));
    }

    Map<String, MarkState> marks(GlScope scope) throws SQLException {
        var marks = new TreeMap<String, MarkState>();
        Sql.list(
                connection,
                "select source_id, state from mark_current where org = ? and property = ? and basis = ? and book = ?"
                        + " and post_month = ?",
                row -> {
                    marks.put(row.getString(1), MarkState.valueOf(row.getString(2)));
                    return true;
                },
                scope.organisation().value(),
                scope.property().value(),
                scope.basis().code(),
                scope.book().value(),
                scope.month().toString());
        return marks;
    }
}
