package io.tieout.store.ledger;

import io.tieout.chain.EventKind;
import io.tieout.chain.Payload;
import io.tieout.chain.PayloadWriter;
import io.tieout.finding.Count;
import io.tieout.flow.port.Progress;
import io.tieout.store.event.EventFields;
import io.tieout.store.sql.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares every append-only row with its event, byte by byte, in one pass over each stream and in flat memory.
 *
 * <p>The rows of each kind come in the order of their event numbers, as the events do, so two fingers suffice. In the end
 * the tables must hold no more rows than the chains hold events.
 */
final class RowVerifier {

    private static final int FETCH_ROWS = 500;
    private static final int FAULTS_MAX = 100;

    private final Connection connection;
    private final Vendor vendor;
    private final PayloadWriter writer = new PayloadWriter();
    private final Map<EventKind, Long> events = new EnumMap<>(EventKind.class);
    private long done;

    RowVerifier(Connection connection, Vendor vendor) {
        this.connection = connection;
        this.vendor = vendor;
    }

    void verify(Progress progress, List<String> faults, List<String> checks) throws SQLException {
        int before = faults.size();
        progress.begin("rows", Sql.number(connection, "select coalesce(sum(event_count), 0) from chain_block"));
        var reader = new ChainReader(connection, vendor);
        for (String stream : reader.streams()) {
            verifyStream(reader, stream, progress, faults);
        }
        countRows(faults);
        if (faults.size() == before) {
            checks.add(Count.of(done, "event equals its row", "events equal their rows"));
        }
    }

    private void verifyStream(ChainReader reader, String stream, Progress progress, List<String> faults)
            throws SQLException {
        Map<EventKind, Rows> open = new EnumMap<>(EventKind.class);
        try {
            for (var shape : Shapes.ALL) {
                open.put(shape.kind(), new Rows(shape, stream));
            }
            reader.read(stream, block -> {
                block.forEachRaw((seq, type, body, offset, length) -> EventKind.ofCode(type)
                        .ifPresent(kind -> {
                            var rows = open.get(kind);
                            if (rows != null) {
                                events.merge(kind, 1L, Long::sum);
                                rows.meet(seq, body, offset, length, faults);
                            }
                        }));
                done += block.eventCount();
                progress.at(done);
                return faults.size() < FAULTS_MAX;
            });
            for (var rows : open.values()) {
                rows.end(faults);
            }
        } finally {
            for (var rows : open.values()) {
                rows.close();
            }
        }
    }

    /** Rows that belong to no stream, say of a parent that is gone, are met by no finger; so they are counted. */
    private void countRows(List<String> faults) throws SQLException {
        Map<String, Long> expected = new LinkedHashMap<>();
        for (var shape : Shapes.ALL) {
            for (var part : shape.parts()) {
                expected.merge(part.table(), events.getOrDefault(shape.kind(), 0L), Long::sum);
            }
        }
        for (var table : expected.entrySet()) {
            long rows = Sql.number(connection, "select count(*) from " + table.getKey());
            if (rows != table.getValue()) {
                faults.add("table " + table.getKey() + ": expected " + table.getValue()
                        + " rows, as many as events, found " + rows);
            }
        }
    }

    /** The rows of one shape in one stream. */
    private final class Rows {
        private final Shape shape;
        private final String stream;
        private final PreparedStatement statement;
        private final ResultSet row;
        private boolean has;

        Rows(Shape shape, String stream) throws SQLException {
            this.shape = shape;
            this.stream = stream;
            this.statement = connection.prepareStatement(shape.selectSql());
            if (vendor == Vendor.POSTGRESQL) {
                statement.setFetchSize(FETCH_ROWS);
            }
            statement.setString(1, stream);
            this.row = statement.executeQuery();
            this.has = row.next();
        }

        void meet(long seq, byte[] body, int offset, int length, List<String> faults) {
            try {
                skipTo(seq, faults);
                if (!has || seq() > seq) {
                    faults.add(place(seq) + ": expected its row in " + table() + ", found none");
                    return;
                }
                byte[] payload = shape.payload(writer, row);
                if (!Arrays.equals(payload, 0, payload.length, body, offset, offset + length)) {
                    faults.add(place(seq) + ": row in " + table() + " differs: "
                            + EventFields.difference(
                                    shape.kind(), Payload.read(body, offset, length), Payload.read(payload)));
                }
                has = row.next();
            } catch (SQLException | IllegalArgumentException e) {
                faults.add(place(seq) + ": row in " + table() + " cannot be read: " + e.getMessage());
                has = false;
            }
        }

        void end(List<String> faults) throws SQLException {
            skipTo(Long.MAX_VALUE, faults);
        }

        void close() throws SQLException {
            statement.close();
        }

        private void skipTo(long seq, List<String> faults) throws SQLException {
            while (has && seq() < seq && faults.size() < FAULTS_MAX) {
                faults.add(place(seq()) + ": row in " + table() + " has no event");
                has = row.next();
            }
        }

        private long seq() throws SQLException {
            return row.getLong(shape.columns().size() + 1);
        }

        private String table() {
            return shape.parts().get(0).table();
        }

        private String place(long seq) {
            return "stream " + stream + ", event " + seq + " (" + shape.kind() + ")";
        }
    }
}
