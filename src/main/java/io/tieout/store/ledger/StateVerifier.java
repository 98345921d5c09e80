package io.tieout.store.ledger;

import io.tieout.flow.port.Progress;
import io.tieout.posting.PostingState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Compares current state with the fold of the append-only rows (which were compared with the events before), and checks
 * what must hold of them: claims, balances, legal transitions, erasable texts.
 */
final class StateVerifier {

    private static final int FAULTS_MAX = 20;

    /** A query that must give no row; each row it gives is shown after the words. */
    private record Check(String name, String words, String sql) {}

    private static final String LIFE = "select p.posting_id as id, p.seq as seq, 'INTENT' as state from posting p"
            + " union all select i.posting_id, i.seq, 'SENT' from attempt_item i"
            + " union all select o.posting_id, o.seq, o.state from outcome o"
            + " union all select v.posting_id, v.seq, v.state from verdict v";

    private static final String TARGET_IDS =
            "select o.posting_id as id, o.seq as seq, o.target_id as value from outcome o"
                    + " where o.target_id <> '' union all select v.posting_id, v.seq, v.target_id from verdict v"
                    + " where v.target_id <> ''";

    private static final String TOKENS =
            "select o.posting_id as id, o.seq as seq, o.version_token as value from outcome o"
                    + " where o.version_token <> ''";

    private static final String WORDS = "select o.posting_id as id, o.seq as seq, o.words as value from outcome o"
            + " union all select v.posting_id, v.seq, v.evidence from verdict v";

    private static final String MARKS = "select i.org, i.property, i.basis, i.book, i.post_month, i.source_id,"
            + " 'INTENT' as state, i.seq from mark_intent i union all select o.org, o.property, o.basis, o.book,"
            + " o.post_month, o.source_id, o.state, o.seq from mark_outcome o";

    private static final List<Check> CHECKS = List.of(
            new Check(
                    "facts have one current state (I10)",
                    "fact, without or with a wrong current state:",
                    "select f.fact_id from fact f left join fact_current c on c.fact_id = f.fact_id"
                            + " where c.fact_id is null or c.version <> (select max(v.version) from fact_version v"
                            + " where v.fact_id = f.fact_id) union all select c.fact_id from fact_current c"
                            + " where not exists (select 1 from fact f where f.fact_id = c.fact_id)"),
            new Check(
                    "versions of facts have no gap (I10)",
                    "fact:",
                    "select fact_id from fact_version group by fact_id having count(*) <> max(version)"),
            new Check(
                    "facts stand in the scope of their version",
                    "fact:",
                    "select c.fact_id from fact_current c join fact_version v on v.fact_id = c.fact_id"
                            + " and v.version = c.version left join snapshot s on s.snapshot_no = v.snapshot_no"
                            + " where c.scope_no <> coalesce(s.scope_no, 0)"),
            new Check(
                    "absences equal their fold",
                    "fact:",
                    "select c.fact_id from fact_current c left join (select a.fact_id, min(a.snapshot_no) as first_no,"
                            + " case when count(*) > 1 then max(a.snapshot_no) else 0 end as second_no from fact_absence a"
                            + " where a.absent = 1 and a.snapshot_no > (select max(v.snapshot_no) from fact_version v"
                            + " where v.fact_id = a.fact_id) and a.snapshot_no > coalesce((select max(b.snapshot_no)"
                            + " from fact_absence b where b.fact_id = a.fact_id and b.absent = 0), 0)"
                            + " group by a.fact_id) e on e.fact_id = c.fact_id"
                            + " where c.absent_snapshot_no <> coalesce(e.first_no, 0)"
                            + " or c.absent_again_snapshot_no <> coalesce(e.second_no, 0)"),
            new Check(
                    "complete snapshots hold the sum of their lines (I8)",
                    "snapshot, net of its lines, net of the facts present:",
                    "select s.snapshot_id, s.debit_minor - s.credit_minor, coalesce(x.net, 0) from (select t.scope_no,"
                            + " max(t.snapshot_no) as last_no from snapshot t where t.complete = 1 group by t.scope_no) l"
                            + " join snapshot s on s.snapshot_no = l.last_no left join (select c.scope_no, sum(v.debit_minor - v.credit_minor) as net from fact_current c"
                            + " join fact_version v on v.fact_id = c.fact_id and v.version = c.version"
                            + " where c.absent_snapshot_no = 0 group by c.scope_no) x on x.scope_no = s.scope_no"
                            + " where s.debit_minor - s.credit_minor <> coalesce(x.net, 0)"),
            new Check(
                    "claims of a fact and company have no gap, so at most one is unreversed (I1)",
                    "company, fact:",
                    "select target_company, fact_id from claim group by target_company, fact_id"
                            + " having count(*) <> max(ordinal) or min(ordinal) <> 1"),
            new Check(
                    "postings hold the claims they were made with",
                    "posting:",
                    "select p.posting_id from posting p where p.claims_count <> (select count(*) from claim c"
                            + " where c.posting_id = p.posting_id and c.act = 'POST')"),
            new Check(
                    "refused documents hold no claim",
                    "posting, fact:",
                    "select c.posting_id, k.fact_id from posting_current c join claim k on k.posting_id = c.posting_id"
                            + " where c.state = 'REJECTED' and k.act = 'POST' and k.ordinal = (select max(m.ordinal)"
                            + " from claim m where m.target_company = k.target_company and m.fact_id = k.fact_id)"),
            new Check(
                    "debits equal credits in every document (I5)",
                    "posting:",
                    "select p.posting_id from posting p left join (select l.posting_id, count(*) as lines,"
                            + " sum(case when l.side = 'D' then l.amount_minor else 0 end) as debit,"
                            + " sum(case when l.side = 'C' then l.amount_minor else 0 end) as credit"
                            + " from posting_line l group by l.posting_id) x on x.posting_id = p.posting_id"
                            + " where coalesce(x.debit, -1) <> p.total_minor or coalesce(x.credit, -1) <> p.total_minor"
                            + " or coalesce(x.lines, 0) <> p.lines_count"),
            new Check(
                    "documents carry what their source lines say (I8)",
                    "posting, total, debits and credits of its source lines:",
                    "select p.posting_id, p.total_minor, x.debit, x.credit from posting p join (select k.posting_id,"
                            + " sum(case when v.debit_minor > v.credit_minor then v.debit_minor - v.credit_minor else 0 end)"
                            + " as debit,"
                            + " sum(case when v.debit_minor < v.credit_minor then v.credit_minor - v.debit_minor else 0 end)"
                            + " as credit"
                            + " from claim k join fact_version v on v.fact_id = k.fact_id and v.version = k.version"
                            + " where k.act = 'POST' group by k.posting_id) x on x.posting_id = p.posting_id"
                            + " where x.debit <> p.total_minor or x.credit <> p.total_minor"),
            new Check(
                    "states of postings equal their fold (I11)",
                    "posting:",
                    "select p.posting_id from posting p left join posting_current c on c.posting_id = p.posting_id"
                            + " where c.posting_id is null or c.target_company <> p.target_company union all"
                            + " select c.posting_id from posting_current c join (" + last(LIFE, "state") + ") x"
                            + " on x.id = c.posting_id where x.value <> c.state union all"
                            + " select c.posting_id from posting_current c left join posting p"
                            + " on p.posting_id = c.posting_id where p.posting_id is null"),
            new Check("ids in the target equal their fold", "posting:", fold(TARGET_IDS, "target_id")),
            new Check("version tokens equal their fold", "posting:", fold(TOKENS, "version_token")),
            new Check("words of postings equal their fold", "posting:", fold(WORDS, "words")),
            new Check(
                    "marks equal their fold",
                    "mark:",
                    marksBut("(" + lastMarks() + ")", "mark_current") + " union all "
                            + marksBut("mark_current", "(" + lastMarks() + ")")),
            new Check(
                    "a resend carries the key, bytes and item ids of its first attempt (I4)",
                    "attempt, posting:",
                    "select a.attempt_id, i.posting_id from attempt a join attempt o on o.attempt_id = a.resend_of"
                            + " join attempt_item i on i.attempt_id = a.attempt_id left join attempt_item j"
                            + " on j.attempt_id = o.attempt_id and j.posting_id = i.posting_id"
                            + " where o.target_company <> a.target_company or j.item_id is null"
                            + " or (o.body_sha256 = a.body_sha256 and o.request_key <> a.request_key)"),
            new Check(
                    "runs in progress are runs without an end",
                    "run:",
                    "select c.run_id from run_current c left join run r on r.run_id = c.run_id"
                            + " left join run_end e on e.run_id = c.run_id"
                            + " where r.run_id is null or e.run_id is not null or r.target_company <> c.target_company"
                            + " or r.epoch <> c.epoch union all select r.run_id from run r left join run_end e"
                            + " on e.run_id = r.run_id left join run_current c on c.run_id = r.run_id"
                            + " where e.run_id is null and c.run_id is null"));

    private final Connection connection;

    StateVerifier(Connection connection) {
        this.connection = connection;
    }

    void verify(Progress progress, List<String> faults, List<String> checks) throws SQLException {
        progress.begin("state", CHECKS.size() + 2L);
        long done = 0;
        for (var check : CHECKS) {
            run(check, faults, checks);
            progress.at(++done);
        }
        transitions(faults, checks);
        progress.at(++done);
        new TextVerifier(connection).verify(faults, checks);
        progress.at(++done);
    }

    private void run(Check check, List<String> faults, List<String> checks) throws SQLException {
        int before = faults.size();
        Sql.list(connection, check.sql() + " limit " + FAULTS_MAX, row -> {
                    var text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(i == 1 ? "" : ", ").append(row.getString(i));
                    }
                    return text.toString();
                })
                .forEach(row -> faults.add("not so: " + check.name() + "; " + check.words() + " " + row));
        if (faults.size() == before) {
            checks.add(check.name());
        }
    }

    /** I11: each change is an edge of the state machine. */
    private void transitions(List<String> faults, List<String> checks) throws SQLException {
        int before = faults.size();
        Sql.list(
                connection,
                "select y.earlier, y.state, min(y.id), count(*) from (select x.id, x.state, lag(x.state)"
                        + " over (partition by x.id order by x.seq) as earlier from (" + LIFE + ") x) y"
                        + " where y.earlier is not null group by y.earlier, y.state",
                row -> {
                    if (!isLegal(row.getString(1), row.getString(2))) {
                        faults.add("posting " + row.getString(3) + " and " + (row.getLong(4) - 1) + " more went from "
                                + row.getString(1) + " to " + row.getString(2));
                    }
                    return true;
                });
        if (faults.size() == before) {
            checks.add("postings changed along legal edges only (I11)");
        }
    }

    private static boolean isLegal(String from, String to) {
        try {
            return PostingState.valueOf(from).leadsTo(PostingState.valueOf(to));
        } catch (IllegalArgumentException e) {
            // A word that is no state.
            return false;
        }
    }

    private static String last(String events, String column) {
        return "select z.id, z." + column + " as value from (select y.*, row_number() over"
                + " (partition by y.id order by y.seq desc) as n from (" + events + ") y) z where z.n = 1";
    }

    private static String fold(String events, String column) {
        return "select c.posting_id from posting_current c left join (" + last(events, "value")
                + ") x on x.id = c.posting_id where coalesce(x.value, '') <> c." + column;
    }

    private static String lastMarks() {
        return "select z.org, z.property, z.basis, z.book, z.post_month, z.source_id, z.state from (select y.*,"
                + " row_number() over (partition by y.org, y.property, y.basis, y.book, y.post_month, y.source_id"
                + " order by y.seq desc) as n from (" + MARKS + ") y) z where z.n = 1";
    }

    private static String marksBut(String these, String those) {
        return "select a.org, a.property, a.basis, a.book, a.post_month, a.source_id, a.state from " + these
                + " a where not exists (select 1 from " + those + " b where a.org = b.org and a.property = b.property"
                + " and a.basis = b.basis and a.book = b.book and a.post_month = b.post_month"
                + " and a.source_id = b.source_id and a.state = b.state)";
    }
}
