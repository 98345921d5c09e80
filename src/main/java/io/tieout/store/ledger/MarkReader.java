package io.tieout.store.ledger;

import io.tieout.fact.FactKind;
import io.tieout.fact.GlScope;
import io.tieout.flow.port.Ledger.MarkState;
import io.tieout.flow.port.Ledger.Markable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads export marks and what may be marked. */
final class MarkReader {

    /** Ids of the scope whose every line that moves money is posted and that have no mark of the scope. */
    private static final String POSTED_IDS = "select x.source_id, count(*) as lines from (select f.source_id,"
            + " case when v.debit_minor <> v.credit_minor then 1 else 0 end as moves,"
            + " case when " + posted("f.fact_id", "c.version") + " then 1 else 0 end as posted"
            + " from fact_current c join fact f on f.fact_id = c.fact_id"
            + " join fact_version v on v.fact_id = c.fact_id and v.version = c.version"
            + " where c.scope_no = (select s.scope_no from snapshot s where s.org = ? and s.property = ?"
            + " and s.basis = ? and s.book = ? and s.post_month = ? order by s.snapshot_no limit 1)"
            + " and c.absent_snapshot_no = 0 and f.kind = ?) x"
            + " where not exists (select 1 from mark_current m where m.org = ? and m.property = ?"
            + " and m.basis = ? and m.book = ? and m.post_month = ? and m.source_id = x.source_id)"
            + " group by x.source_id having sum(x.posted) > 0 and sum(x.posted) = sum(x.moves)";

    /** Whether another basis has a line of the id that moves money there and is not posted yet. */
    private static final String WAITS = "exists (select 1 from fact f join fact_current c on c.fact_id = f.fact_id"
            + " join fact_version v on v.fact_id = c.fact_id and v.version = c.version"
            + " where f.org = ? and f.property = ? and f.source_id = y.source_id and f.kind = ? and f.basis <> ?"
            + " and c.absent_snapshot_no = 0 and v.debit_minor <> v.credit_minor and not "
            + posted("f.fact_id", "c.version") + ")";

    /** Whether the id is marked already with a line of another basis. */
    private static final String MARKED = "exists (select 1 from mark_current o where o.org = ? and o.property = ?"
            + " and o.source_id = y.source_id and o.basis <> ? and o.state = 'MARKED')";

    private final Connection connection;

    MarkReader(Connection connection) {
        this.connection = connection;
    }

    /**
     * Ids whose every line that moves money is posted; an id with one line held is not marked, as the mark would cover
     * the held line too.
     */
    List<Markable> markable(GlScope scope) throws SQLException {
        var org = scope.organisation().value();
        var property = scope.property().value();
        var basis = scope.basis().code();
        var book = scope.book().value();
        var month = scope.month().toString();
        var line = FactKind.GL_LINE.code();
        return Sql.list(
                connection,
                "select y.source_id, y.lines, case when " + WAITS + " then 1 else 0 end, case when " + MARKED
                        + " then 1 else 0 end from (" + POSTED_IDS + ") y order by y.source_id",
                row -> new Markable(row.getString(1), row.getInt(2), row.getInt(3) == 1, row.getInt(4) == 1),
                org,
                property,
                line,
                basis,
                org,
                property,
                basis,
                org,
                property,
                basis,
                book,
                month,
                line,
                org,
                property,
                basis,
                book,
                month);
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

    /** Whether a line's unreversed claim stands in a document that is known to be in the target, at its version. */
    private static String posted(String factId, String version) {
        return "exists (select 1 from claim k join posting_current p on p.posting_id = k.posting_id where k.fact_id = "
                + factId + " and k.version = " + version + " and k.act = 'POST' and p.state in ('MATCHED', 'VERIFIED')"
                + " and k.ordinal = (select max(m.ordinal) from claim m"
                + " where m.target_company = k.target_company and m.fact_id = k.fact_id))";
    }
}
