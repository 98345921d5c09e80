package io.tieout.store.ledger;

import io.tieout.fact.BookId;
import io.tieout.fact.FactKey;
import io.tieout.fact.GlScope;
import io.tieout.fact.OrganisationId;
import io.tieout.fact.PostMonth;
import io.tieout.fact.PropertyId;
import io.tieout.flow.port.Ledger.Attempt;
import io.tieout.flow.port.Ledger.AttemptItem;
import io.tieout.flow.port.Ledger.AttemptRow;
import io.tieout.flow.port.Ledger.ClaimRow;
import io.tieout.flow.port.Ledger.PostingRow;
import io.tieout.mapping.CompanyKey;
import io.tieout.money.CurrencyCode;
import io.tieout.money.Side;
import io.tieout.plan.AccountClass;
import io.tieout.plan.BusinessKey;
import io.tieout.plan.EntryLine;
import io.tieout.plan.Environment;
import io.tieout.plan.FactReference;
import io.tieout.plan.JournalEntry;
import io.tieout.plan.Marker;
import io.tieout.plan.PlannedDocument;
import io.tieout.plan.Purpose;
import io.tieout.plan.TargetAccount;
import io.tieout.plan.TargetDimension;
import io.tieout.posting.OutcomeClass;
import io.tieout.posting.PostingState;
import io.tieout.store.event.Texts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads postings, claims and attempts. */
final class PostingReader {

    private static final String ROWS =
            "select p.posting_id, p.environment, p.org, p.target_company, p.property, p.basis,"
                    + " p.book, p.post_month, p.purpose, p.key_group, p.sequence, p.part, p.revision, p.marker, c.state,"
                    + " p.document_date, p.total_minor, p.lines_count, p.plan_id, p.mapping_hash, c.target_id, p.intent_at,"
                    + " c.words, exists (select 1 from claim k where k.posting_id = p.posting_id and k.act = 'RELEASE')"
                    + " from posting p join posting_current c on c.posting_id = p.posting_id";

    private static final String FACTS = "select " + FactRows.KEY
            + ", k.version, v.fingerprint, v.debit_minor - v.credit_minor, k.rule, k.line_no"
            + " from claim k join fact f on f.fact_id = k.fact_id"
            + " join fact_version v on v.fact_id = k.fact_id and v.version = k.version";

    private final Connection connection;

    PostingReader(Connection connection) {
        this.connection = connection;
    }

    /** Postings that meet a condition on {@code p} (posting) and {@code c} (current state), in order of intent. */
    List<PostingRow> rows(String condition, Object... values) throws SQLException {
        return Sql.list(connection, ROWS + " where " + condition + " order by p.seq", PostingReader::row, values);
    }

    /** Postings of calls made at or after an instant that no answer, or an unclear one, was recorded for. */
    List<PostingRow> doubtedSince(CompanyKey company, Instant since) throws SQLException {
        return rows(
                "p.posting_id in (select i.posting_id from attempt a join attempt_item i on i.attempt_id = a.attempt_id"
                        + " where a.target_company = ? and a.attempted_at >= ? and not exists (select 1 from outcome o"
                        + " where o.attempt_id = i.attempt_id and o.posting_id = i.posting_id"
                        + " and o.outcome <> 'UNKNOWN'))",
                company.value(),
                Texts.instant(since));
    }

    /**
     * Found from the documents of the scope: a document of a month holds lines of that month, and an opening, which is of
     * the month before cutover, holds the balances with which the cutover month opens.
     */
    List<ClaimRow> claims(CompanyKey company, GlScope scope) throws SQLException {
        return Sql.list(
                connection,
                "select " + FactRows.KEY + ", k.version, v.fingerprint, v.debit_minor - v.credit_minor, k.rule,"
                        + " v.account_number, k.posting_id, c.state, p.document_date, k.target_account_id"
                        + " from posting p join posting_current c on c.posting_id = p.posting_id"
                        + " join claim k on k.posting_id = p.posting_id"
                        + " join fact f on f.fact_id = k.fact_id"
                        + " join fact_version v on v.fact_id = k.fact_id and v.version = k.version"
                        + " where p.target_company = ? and p.org = ? and p.property = ? and p.basis = ? and p.book = ?"
                        + " and p.post_month in (?, ?) and k.act = 'POST' and v.post_month = ?"
                        + " and k.ordinal = (select max(m.ordinal) from claim m where m.target_company = k.target_company"
                        + " and m.fact_id = k.fact_id) order by k.fact_id",
                row -> new ClaimRow(
                        reference(row),
                        row.getString(13),
                        row.getString(14),
                        PostingState.valueOf(row.getString(15)),
                        LocalDate.parse(row.getString(16)),
                        row.getString(17)),
                company.value(),
                scope.organisation().value(),
                scope.property().value(),
                scope.basis().code(),
                scope.book().value(),
                scope.month().toString(),
                scope.month().previous().toString(),
                scope.month().toString());
    }

    Map<String, Integer> nextSequences(CompanyKey company) throws SQLException {
        var next = new HashMap<String, Integer>();
        Sql.list(
                        connection,
                        "select environment, org, target_company, property, basis, book, post_month, purpose, key_group,"
                                + " max(sequence) from posting where target_company = ? group by environment, org,"
                                + " target_company, property, basis, book, post_month, purpose, key_group",
                        row -> Map.entry(
                                new BusinessKey(
                                                environment(row.getString(1)),
                                                new OrganisationId(row.getString(2)),
                                                new CompanyKey(row.getString(3)),
                                                new PropertyId(row.getString(4)),
                                                FactRows.basis(row.getString(5)),
                                                new BookId(row.getString(6)),
                                                PostMonth.parse(row.getString(7)),
                                                purpose(row.getString(8)),
                                                row.getString(9),
                                                1,
                                                1,
                                                0)
                                        .groupCanonical(),
                                row.getInt(10) + 1),
                        company.value())
                .forEach(entry -> next.put(entry.getKey(), entry.getValue()));
        return next;
    }

    /** The document as it was planned. After its text was erased, memos and names are empty. */
    PlannedDocument document(PostingRow posting) throws SQLException {
        var facts = new ArrayList<FactReference>();
        Map<Integer, List<FactKey>> byLine = new HashMap<>();
        Sql.list(
                connection,
                FACTS + " where k.posting_id = ? and k.act = 'POST'",
                row -> {
                    var reference = reference(row);
                    facts.add(reference);
                    return byLine.computeIfAbsent(row.getInt(13), n -> new ArrayList<>())
                            .add(reference.key());
                },
                posting.postingId());
        facts.sort(java.util.Comparator.comparing(FactReference::key));
        byLine.values().forEach(keys -> keys.sort(null));
        var lines = Sql.list(
                connection,
                "select l.line_no, l.account_id, l.account_number, l.account_name, l.account_class, l.vendor_type, l.side,"
                        + " l.amount_minor, l.class_id, l.class_name, l.location_id, l.location_name,"
                        + " coalesce(t.name, ''), coalesce(t.memo, '') from posting_line l left join posting_text t"
                        + " on t.posting_id = l.posting_id and t.line_no = l.line_no where l.posting_id = ?"
                        + " order by l.line_no",
                row -> line(row, byLine.getOrDefault(row.getInt(1), List.of())),
                posting.postingId());
        var memo = Sql.first(
                        connection,
                        "select memo from posting_text where posting_id = ? and line_no = 0",
                        row -> row.getString(1),
                        posting.postingId())
                .orElse("");
        var currency = Sql.first(
                        connection,
                        "select currency from posting where posting_id = ?",
                        row -> row.getString(1),
                        posting.postingId())
                .orElseThrow(() -> new IllegalArgumentException("no posting has the id " + posting.postingId()));
        return new PlannedDocument(
                posting.key(),
                posting.marker(),
                new JournalEntry(posting.date(), new CurrencyCode(currency), memo, lines),
                facts);
    }

    byte[] bytes(String postingId) throws SQLException {
        return Sql.first(
                        connection,
                        "select bytes from posting_body where posting_id = ?",
                        row -> row.getBytes(1),
                        postingId)
                .orElseThrow(() -> new IllegalArgumentException("no bytes are kept of posting " + postingId));
    }

    List<AttemptRow> attempts(String postingId) throws SQLException {
        var attempts = Sql.list(
                connection,
                "select a.attempt_id, a.target_company, a.request_key, a.body_sha256, a.resend_of, a.attempted_at"
                        + " from attempt a join attempt_item i on i.attempt_id = a.attempt_id where i.posting_id = ?"
                        + " order by a.seq",
                row -> new Attempt(
                        row.getString(1),
                        new CompanyKey(row.getString(2)),
                        row.getString(3),
                        List.of(),
                        row.getString(4),
                        Texts.instant(row.getString(6)),
                        present(row.getString(5))),
                postingId);
        var rows = new ArrayList<AttemptRow>();
        for (var attempt : attempts) {
            rows.add(withItems(attempt));
        }
        return rows;
    }

    private AttemptRow withItems(Attempt attempt) throws SQLException {
        var items = Sql.list(
                connection,
                "select posting_id, item_id from attempt_item where attempt_id = ? order by position",
                row -> new AttemptItem(row.getString(1), row.getString(2)),
                attempt.attemptId());
        var outcomes = new LinkedHashMap<String, OutcomeClass>();
        Sql.list(
                connection,
                "select posting_id, outcome from outcome where attempt_id = ? order by seq",
                row -> {
                    outcomes.put(row.getString(1), OutcomeClass.valueOf(row.getString(2)));
                    return true;
                },
                attempt.attemptId());
        return new AttemptRow(
                new Attempt(
                        attempt.attemptId(),
                        attempt.company(),
                        attempt.requestKey(),
                        items,
                        attempt.bodySha256(),
                        attempt.at(),
                        attempt.resendOf()),
                outcomes);
    }

    private static FactReference reference(ResultSet row) throws SQLException {
        return new FactReference(
                FactRows.key(row, 1),
                row.getInt(9),
                FactRows.fingerprint(row.getBytes(10)),
                row.getLong(11),
                row.getString(12));
    }

    private static EntryLine line(ResultSet row, List<FactKey> facts) throws SQLException {
        return new EntryLine(
                new TargetAccount(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        AccountClass.valueOf(row.getString(5)),
                        row.getString(6),
                        // Nothing is planned to an account that is closed to journal entries.
                        true,
                        true),
                row.getString(7).equals("D") ? Side.DEBIT : Side.CREDIT,
                row.getLong(8),
                dimension(row.getString(9), row.getString(10)),
                dimension(row.getString(11), row.getString(12)),
                present(row.getString(13)),
                row.getString(14),
                facts);
    }

    private static PostingRow row(ResultSet row) throws SQLException {
        var company = new CompanyKey(row.getString(4));
        var key = new BusinessKey(
                environment(row.getString(2)),
                new OrganisationId(row.getString(3)),
                company,
                new PropertyId(row.getString(5)),
                FactRows.basis(row.getString(6)),
                new BookId(row.getString(7)),
                PostMonth.parse(row.getString(8)),
                purpose(row.getString(9)),
                row.getString(10),
                row.getInt(11),
                row.getInt(12),
                row.getInt(13));
        return new PostingRow(
                row.getString(1),
                company,
                key,
                new Marker(row.getString(14)),
                PostingState.valueOf(row.getString(15)),
                LocalDate.parse(row.getString(16)),
                row.getLong(17),
                row.getInt(18),
                row.getString(19),
                row.getString(20),
                present(row.getString(21)),
                Texts.instant(row.getString(22)),
                row.getString(23),
                row.getBoolean(24));
    }

    private static Optional<TargetDimension> dimension(String id, String name) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new TargetDimension(id, name, true));
    }

    static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Environment environment(String code) {
        return Environment.of(code).orElseThrow(() -> new IllegalStateException("no environment has the code " + code));
    }

    private static Purpose purpose(String code) {
        return Stream.of(Purpose.values())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no purpose has the code " + code));
    }
}
