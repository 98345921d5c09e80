package io.tieout.store.ledger;

import io.tieout.chain.Hash;
import io.tieout.plan.Hashes;
import io.tieout.store.event.SaltedTexts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Holds erasable rows, while they are there, against the salted hashes in the chain. */
final class TextVerifier {

    private static final int FETCH_ROWS = 500;

    private final Connection connection;

    TextVerifier(Connection connection) {
        this.connection = connection;
    }

    void verify(List<String> faults, List<String> checks) throws SQLException {
        int before = faults.size();
        facts(faults);
        bodies(faults);
        texts(faults);
        subLedgers(faults);
        if (faults.size() == before) {
            checks.add("texts and bytes that are kept have the hashes of the chain");
        }
    }

    private void facts(List<String> faults) throws SQLException {
        each(
                "select t.fact_id, t.version, t.salt, t.reference, t.memo, v.text_hash from fact_text t"
                        + " left join fact_version v on v.fact_id = t.fact_id and v.version = t.version",
                row -> {
                    byte[] expected = row.getBytes(6);
                    if (expected == null
                            || !SaltedTexts.hash(row.getBytes(3), List.of(row.getString(4), row.getString(5)))
                                    .sameAs(expected)) {
                        faults.add("text of fact " + row.getLong(1) + ", version " + row.getInt(2)
                                + " is not the one that was read");
                    }
                    return true;
                });
    }

    private void bodies(List<String> faults) throws SQLException {
        each(
                "select b.posting_id, b.salt, b.bytes, b.item_sha256, p.bytes_hash from posting_body b"
                        + " left join posting p on p.posting_id = b.posting_id",
                row -> {
                    byte[] expected = row.getBytes(5);
                    byte[] bytes = row.getBytes(3);
                    if (expected == null
                            || !SaltedTexts.bytesHash(row.getBytes(2), bytes).sameAs(expected)
                            || !Hashes.hex(bytes).equals(row.getString(4))) {
                        faults.add("bytes of posting " + row.getString(1) + " are not the ones that were stored");
                    }
                    return true;
                });
    }

    private void texts(List<String> faults) throws SQLException {
        var open = new Object() {
            String id = "";
            byte[] salt = new byte[0];
            Hash expected = Hash.ZERO;
            List<String> texts = new ArrayList<>();

            void close() {
                if (!id.isEmpty() && !SaltedTexts.hash(salt, texts).equals(expected)) {
                    faults.add("memos or names of posting " + id + " are not the ones that were planned");
                }
                texts = new ArrayList<>();
            }
        };
        each(
                "select t.posting_id, b.salt, p.text_hash, t.memo, t.name from posting_text t"
                        + " join posting p on p.posting_id = t.posting_id"
                        + " join posting_body b on b.posting_id = t.posting_id order by t.posting_id, t.line_no",
                row -> {
                    if (!row.getString(1).equals(open.id)) {
                        open.close();
                        open.id = row.getString(1);
                        open.salt = row.getBytes(2);
                        open.expected = Hash.of(row.getBytes(3));
                    }
                    open.texts.add(row.getString(4));
                    open.texts.add(row.getString(5));
                    return true;
                });
        open.close();
    }

    private void subLedgers(List<String> faults) throws SQLException {
        each(
                "select b.snapshot_id, b.salt, b.body, s.body_hash from sub_ledger_body b"
                        + " left join sub_ledger s on s.snapshot_id = b.snapshot_id",
                row -> {
                    byte[] expected = row.getBytes(4);
                    if (expected == null
                            || !SaltedTexts.bytesHash(row.getBytes(2), row.getBytes(3))
                                    .sameAs(expected)) {
                        faults.add("sub-ledger reading " + row.getString(1) + " is not the one that was read");
                    }
                    return true;
                });
    }

    private void each(String sql, Sql.RowReader<Boolean> reader) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_ROWS);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }
}
