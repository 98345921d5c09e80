package io.tieout.store.ledger;

import io.tieout.fact.PropertyId;
import io.tieout.flow.port.Ledger.RunRow;
import io.tieout.mapping.CompanyKey;
import io.tieout.plan.Decision;
import io.tieout.store.event.SubLedgerCodec;
import io.tieout.store.event.Texts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads decisions, accepted openings and runs. */
final class PeopleReader {

    private final Connection connection;

    PeopleReader(Connection connection) {
        this.connection = connection;
    }

    /** The latest decision of each line, oldest first. */
    List<Decision> decisions(CompanyKey company) throws SQLException {
        return Sql.list(
                connection,
                "select " + FactRows.KEY + ", d.kind, d.reason, d.decided_by from decision d"
                        + " join fact f on f.fact_id = d.fact_id where d.target_company = ?"
                        + " and d.decision_no = (select max(e.decision_no) from decision e"
                        + " where e.target_company = d.target_company and e.fact_id = d.fact_id) order by d.decision_no",
                row -> new Decision(
                        FactRows.key(row, 1),
                        Decision.Kind.valueOf(row.getString(9)),
                        row.getString(10),
                        row.getString(11)),
                company.value());
    }

    /** The differences of the latest acceptance, by account. */
    Map<String, Long> openingAccepted(CompanyKey company, PropertyId property) throws SQLException {
        var differences = new TreeMap<String, Long>();
        Sql.list(
                connection,
                "select account, difference_minor from opening_acceptance where target_company = ? and property = ?"
                        + " and acceptance_no = (select max(acceptance_no) from opening_acceptance"
                        + " where target_company = ? and property = ?)",
                row -> {
                    differences.put(row.getString(1), row.getLong(2));
                    return true;
                },
                company.value(),
                property.value(),
                company.value(),
                property.value());
        return differences;
    }

    /** The newest runs first. */
    List<RunRow> runs(int count) throws SQLException {
        return Sql.list(
                connection,
                "select r.run_id, r.target_company, r.business_date, r.kind, r.started_at, coalesce(e.ended_at, ''),"
                        + " coalesce(e.outcome, ''), coalesce(e.figures, '{}') from run r"
                        + " left join run_end e on e.run_id = r.run_id order by r.started_at desc, r.run_id limit ?",
                row -> new RunRow(
                        row.getString(1),
                        row.getString(2),
                        LocalDate.parse(row.getString(3)),
                        row.getString(4),
                        Texts.instant(row.getString(5)),
                        PostingReader.present(row.getString(6)).map(Texts::instant),
                        row.getString(7),
                        SubLedgerCodec.texts(row.getString(8))),
                count);
    }
}
