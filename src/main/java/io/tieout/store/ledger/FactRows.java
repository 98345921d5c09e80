package io.tieout.store.ledger;

import io.tieout.fact.AccountTotals;
import io.tieout.fact.Basis;
import io.tieout.fact.BookId;
import io.tieout.fact.FactKey;
import io.tieout.fact.FactKind;
import io.tieout.fact.Fingerprint;
import io.tieout.fact.GlAccountId;
import io.tieout.fact.GlLine;
import io.tieout.fact.GlScope;
import io.tieout.fact.OrganisationId;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.flow.port.Ledger.AccountLine;
import io.tieout.money.CurrencyCode;
import io.tieout.plan.FactState;
import io.tieout.store.event.KnownFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Rows of facts and snapshots turned into the core's values. */
final class FactRows {

    static final String KEY = "f.org, f.kind, f.property, f.basis, f.book, f.account, f.source_id, f.occurrence";

    static final String KNOWN = "select f.fact_id, " + KEY + ", c.version, v.fingerprint, c.scope_no,"
            + " c.absent_snapshot_no, c.absent_again_snapshot_no from fact f"
            + " join fact_current c on c.fact_id = f.fact_id"
            + " join fact_version v on v.fact_id = f.fact_id and v.version = c.version";

    /** Lines at their current versions; the parameter is the company whose claims are asked for. */
    static final String LINES = "select " + KEY + ", v.version, v.account_number, v.transaction_type, v.post_month,"
            + " v.post_date, v.transaction_date, v.debit_minor, v.credit_minor, v.currency,"
            + " coalesce(t.reference, ''), coalesce(t.memo, ''),"
            + " coalesce((select max(k.ordinal) from claim k where k.target_company = ? and k.fact_id = f.fact_id), 0)"
            + " from fact_current c join fact f on f.fact_id = c.fact_id"
            + " join fact_version v on v.fact_id = c.fact_id and v.version = c.version"
            + " left join fact_text t on t.fact_id = c.fact_id and t.version = c.version";

    private FactRows() {}

    static KnownFact known(ResultSet row) throws SQLException {
        return new KnownFact(
                row.getLong(1),
                key(row, 2),
                row.getInt(10),
                row.getBytes(11),
                row.getLong(12),
                row.getLong(13),
                row.getLong(14));
    }

    /** A key from eight columns in the order of {@link #KEY}. */
    static FactKey key(ResultSet row, int at) throws SQLException {
        return new FactKey(
                new OrganisationId(row.getString(at)),
                kind(row.getString(at + 1)),
                new PropertyId(row.getString(at + 2)),
                basis(row.getString(at + 3)),
                new BookId(row.getString(at + 4)),
                new GlAccountId(row.getString(at + 5)),
                row.getString(at + 6),
                row.getInt(at + 7));
    }

    /** Values in the order of the unique key's columns. */
    static Object[] keyValues(FactKey key) {
        return new Object[] {
            key.organisation().value(),
            key.kind().code(),
            key.property().value(),
            key.basis().code(),
            key.book().value(),
            key.sourceId(),
            key.account().value(),
            key.occurrence()
        };
    }

    static FactState line(ResultSet row) throws SQLException {
        var line = new GlLine(
                key(row, 1),
                row.getString(10),
                row.getString(11),
                PostMonth.parse(row.getString(12)),
                LocalDate.parse(row.getString(13)),
                LocalDate.parse(row.getString(14)),
                row.getLong(15),
                row.getLong(16),
                new CurrencyCode(row.getString(17)),
                row.getString(18),
                row.getString(19));
        return new FactState(line, row.getInt(9), row.getInt(20) % 2 == 1);
    }

    static AccountLine account(ResultSet row) throws SQLException {
        return new AccountLine(
                new GlAccountId(row.getString(1)),
                row.getString(2),
                row.getString(3),
                new AccountTotals(
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10)),
                row.getLong(11),
                row.getLong(12),
                row.getInt(13));
    }

    static GlScope scope(ResultSet row, int at) throws SQLException {
        return new GlScope(
                new OrganisationId(row.getString(at)),
                new PropertyId(row.getString(at + 1)),
                PostMonth.parse(row.getString(at + 2)),
                basis(row.getString(at + 3)),
                new BookId(row.getString(at + 4)));
    }

    static Fingerprint fingerprint(byte[] bytes) {
        return new Fingerprint(HexFormat.of().formatHex(bytes));
    }

    static Basis basis(String code) {
        return Stream.of(Basis.values())
                .filter(basis -> basis.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no basis has the code " + code));
    }

    private static FactKind kind(String code) {
        return Stream.of(FactKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind of fact has the code " + code));
    }
}
