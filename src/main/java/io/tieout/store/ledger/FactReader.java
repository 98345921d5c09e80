package io.tieout.store.ledger;

import io.tieout.fact.Basis;
import io.tieout.fact.BookId;
import io.tieout.fact.FactKind;
import io.tieout.fact.GlScope;
import io.tieout.fact.OrganisationId;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.flow.port.Ledger.AccountLine;
import io.tieout.flow.port.Ledger.OpeningFact;
import io.tieout.flow.port.Ledger.SnapshotHeader;
import io.tieout.flow.port.Ledger.StoredOpening;
import io.tieout.mapping.CompanyKey;
import io.tieout.plan.FactState;
import io.tieout.store.event.Texts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads snapshots, facts and sub-ledgers. */
final class FactReader {

    private final Connection connection;

    FactReader(Connection connection) {
        this.connection = connection;
    }

    Optional<SnapshotHeader> latest(GlScope scope, boolean complete) throws SQLException {
        var found = Sql.first(
                connection,
                "select snapshot_no, snapshot_id, complete, read_at, lines_count from snapshot"
                        + " where org = ? and property = ? and basis = ? and book = ? and post_month = ? and complete >= ?"
                        + " order by snapshot_no desc limit 1",
                row -> new Found(row.getLong(1), row.getString(2), row.getInt(3) == 1, row.getString(4), row.getInt(5)),
                scope.organisation().value(),
                scope.property().value(),
                scope.basis().code(),
                scope.book().value(),
                scope.month().toString(),
                complete ? 1 : 0);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var repeated = Sql.list(
                connection,
                "select source_id from snapshot_repeated_id where snapshot_no = ? order by source_id",
                row -> row.getString(1),
                found.get().snapshotNo());
        return found.map(f -> new SnapshotHeader(
                f.snapshotId(), scope, f.complete(), Texts.instant(f.readAt()), f.lines(), repeated));
    }

    List<FactState> lines(SnapshotHeader snapshot, CompanyKey company) throws SQLException {
        return Sql.list(
                connection,
                FactRows.LINES + " where c.scope_no = (select s.scope_no from snapshot s where s.snapshot_id = ?)"
                        + " and c.absent_snapshot_no = 0 and f.kind = ? order by f.fact_id",
                FactRows::line,
                company.value(),
                snapshot.snapshotId(),
                FactKind.GL_LINE.code());
    }

    List<AccountLine> accounts(SnapshotHeader snapshot) throws SQLException {
        return Sql.list(
                connection,
                "select t.account, t.account_number, t.account_name, t.opening_minor, t.debit_opening_minor,"
                        + " t.credit_opening_minor, t.debit_closing_minor, t.credit_closing_minor, t.net_change_minor,"
                        + " t.closing_minor, t.line_debit_minor, t.line_credit_minor, t.lines_count"
                        + " from snapshot_total t join snapshot s on s.snapshot_no = t.snapshot_no"
                        + " where s.snapshot_id = ? order by t.account_number, t.account",
                FactRows::account,
                snapshot.snapshotId());
    }

    List<GlScope> knownScopes(OrganisationId organisation, PropertyId property, Basis basis, BookId book)
            throws SQLException {
        return Sql.list(
                connection,
                "select distinct org, property, post_month, basis, book from snapshot where org = ? and property = ?"
                        + " and basis = ? and book = ? order by post_month",
                row -> FactRows.scope(row, 1),
                organisation.value(),
                property.value(),
                basis.code(),
                book.value());
    }

    Optional<PostMonth> openGlMonth(OrganisationId organisation, PropertyId property) throws SQLException {
        return Sql.first(
                        connection,
                        "select gl_post_month from property_seen where org = ? and property = ?"
                                + " order by property_no desc limit 1",
                        row -> row.getString(1),
                        organisation.value(),
                        property.value())
                .filter(month -> !month.isEmpty())
                .map(PostMonth::parse);
    }

    /** Opening balances of a cutover month that are not zero, with the account names of its newest snapshot. */
    List<StoredOpening> openings(GlScope cutover) throws SQLException {
        return Sql.list(
                connection,
                "select " + FactRows.KEY
                        + ", v.version, v.fingerprint, v.account_number, coalesce((select t.account_name"
                        + " from snapshot_total t join snapshot s on s.snapshot_no = t.snapshot_no where s.org = f.org"
                        + " and s.property = f.property and s.basis = f.basis and s.book = f.book"
                        + " and s.post_month = v.post_month and t.account = f.account"
                        + " order by t.snapshot_no desc limit 1), ''), v.debit_minor - v.credit_minor"
                        + " from fact f join fact_current c on c.fact_id = f.fact_id join fact_version v"
                        + " on v.fact_id = c.fact_id and v.version = c.version where f.org = ? and f.kind = ?"
                        + " and f.property = ? and f.basis = ? and f.book = ? and v.post_month = ?"
                        + " order by v.account_number, f.account",
                row -> new StoredOpening(
                        new OpeningFact(FactRows.key(row, 1), row.getString(11), row.getString(12), row.getLong(13)),
                        row.getInt(9),
                        FactRows.fingerprint(row.getBytes(10))),
                cutover.organisation().value(),
                FactKind.OPENING.code(),
                cutover.property().value(),
                cutover.basis().code(),
                cutover.book().value(),
                cutover.month().toString());
    }

    Optional<byte[]> latestSubLedger(OrganisationId organisation, PropertyId property) throws SQLException {
        return Sql.first(
                connection,
                "select b.body from sub_ledger s join sub_ledger_body b on b.snapshot_id = s.snapshot_id"
                        + " where s.org = ? and s.property = ? order by s.seq desc limit 1",
                row -> row.getBytes(1),
                organisation.value(),
                property.value());
    }

    List<String> sharedIds(OrganisationId organisation, PropertyId property) throws SQLException {
        return Sql.list(
                connection,
                "select source_id from fact where org = ? and kind = ? and property = ?"
                        + " group by source_id having count(distinct basis) > 1",
                row -> row.getString(1),
                organisation.value(),
                FactKind.GL_LINE.code(),
                property.value());
    }

    private record Found(long snapshotNo, String snapshotId, boolean complete, String readAt, int lines) {}
}
