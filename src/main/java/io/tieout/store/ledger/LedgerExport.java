package io.tieout.store.ledger;

import io.tieout.flow.port.Progress;
import io.tieout.store.event.LedgerIdentity;
import io.tieout.store.event.LedgerLines;
import io.tieout.store.sql.Vendor;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads the whole ledger out as {@link LedgerLines}. */
final class LedgerExport {

    private static final int FETCH_ROWS = 500;

    private final Connection connection;
    private final Vendor vendor;
    private final LedgerIdentity identity;

    LedgerExport(Connection connection, Vendor vendor, LedgerIdentity identity) {
        this.connection = connection;
        this.vendor = vendor;
        this.identity = identity;
    }

    void write(OutputStream out, Progress progress) throws SQLException {
        try (var lines = new LedgerLines(out)) {
            lines.header(identity);
            progress.begin("export", Sql.number(connection, "select coalesce(sum(event_count), 0) from chain_block"));
            var reader = new ChainReader(connection, vendor);
            var done = new long[1];
            for (String stream : reader.streams()) {
                reader.read(stream, block -> {
                    lines.block(block);
                    done[0] += block.eventCount();
                    progress.at(done[0]);
                    return !progress.stopRequested();
                });
            }
            texts(lines);
        }
    }

    private void texts(LedgerLines lines) throws SQLException {
        rows(
                lines,
                "fact_text",
                "select fact_id, version, salt, reference, memo from fact_text order by fact_id, version",
                List.of("fact_id", "version"),
                List.of("salt"),
                List.of("reference", "memo"));
        rows(
                lines,
                "posting_body",
                "select salt, bytes, posting_id, item_sha256 from posting_body order by posting_id",
                List.of(),
                List.of("salt", "bytes"),
                List.of("posting_id", "item_sha256"));
        rows(
                lines,
                "posting_text",
                "select line_no, posting_id, memo, name from posting_text order by posting_id, line_no",
                List.of("line_no"),
                List.of(),
                List.of("posting_id", "memo", "name"));
        rows(
                lines,
                "sub_ledger_body",
                "select salt, body, snapshot_id from sub_ledger_body order by snapshot_id",
                List.of(),
                List.of("salt", "body"),
                List.of("snapshot_id"));
    }

    private void rows(
            LedgerLines lines, String table, String sql, List<String> numbers, List<String> bytes, List<String> texts)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_ROWS);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var members = new LinkedHashMap<String, Object>();
                    for (String name : numbers) {
                        members.put(name, row.getLong(name));
                    }
                    for (String name : bytes) {
                        members.put(name, row.getBytes(name));
                    }
                    for (String name : texts) {
                        members.put(name, row.getString(name));
                    }
                    lines.text(table, members);
                }
            }
        }
    }
}
