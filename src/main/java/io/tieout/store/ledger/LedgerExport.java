package io.tieout.store.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tieout.chain.ChainBlock;
import io.tieout.chain.EventKind;
import io.tieout.chain.Frame;
import io.tieout.chain.HeadStatement;
import io.tieout.flow.port.Progress;
import io.tieout.store.sql.Vendor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/**
 * The whole ledger as JSON lines: header, every block with its events, then the erasable texts that are still there.
 *
 * <p>The format is described in {@code docs/export-format.md}; a program of another author can recompute the chain from
 * the file alone.
 */
final class LedgerExport {

    private static final int FETCH_ROWS = 500;

    private final Connection connection;
    private final Vendor vendor;
    private final LedgerIdentity identity;
    private final HexFormat hex = HexFormat.of();

    LedgerExport(Connection connection, Vendor vendor, LedgerIdentity identity) {
        this.connection = connection;
        this.vendor = vendor;
        this.identity = identity;
    }

    void write(OutputStream out, Progress progress) throws SQLException {
        var factory = JsonFactory.builder().build().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (var json = factory.createGenerator(out)) {
            json.setRootValueSeparator(null);
            header(json);
            progress.begin("export", Sql.number(connection, "select coalesce(sum(event_count), 0) from chain_block"));
            var reader = new ChainReader(connection, vendor);
            var done = new long[1];
            for (String stream : reader.streams()) {
                reader.read(stream, block -> {
                    block(json, block);
                    done[0] += block.eventCount();
                    progress.at(done[0]);
                    return !progress.stopRequested();
                });
            }
            texts(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void header(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "ledger");
        json.writeNumberField("format", 1);
        json.writeStringField("installation", identity.installationId());
        json.writeStringField("environment", identity.environment().code());
        end(json);
    }

    private void block(JsonGenerator json, ChainBlock block) {
        try {
            json.writeStartObject();
            json.writeStringField("type", "block");
            json.writeStringField("stream", block.stream());
            json.writeNumberField("block_no", block.blockNo());
            json.writeNumberField("first_seq", block.firstSeq());
            json.writeNumberField("event_count", block.eventCount());
            json.writeNumberField("epoch", block.epoch());
            json.writeNumberField("committed_at_micros", block.committedAtMicros());
            json.writeStringField("committed_at", HeadStatement.microsText(block.committedAtMicros()));
            json.writeNumberField("body_bytes", block.body().length);
            json.writeStringField("head", hex.formatHex(block.head()));
            end(json);
            int[] index = {0};
            block.forEachFrame((seq, frame) -> event(json, block, seq, frame, index[0]++));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void event(JsonGenerator json, ChainBlock block, long seq, Frame frame, int index) {
        try {
            json.writeStartObject();
            json.writeStringField("type", "event");
            json.writeStringField("stream", block.stream());
            json.writeNumberField("seq", seq);
            json.writeStringField(
                    "kind", EventKind.ofCode(frame.type()).map(Enum::name).orElse("UNKNOWN"));
            json.writeNumberField("code", frame.type());
            json.writeNumberField("version", frame.version());
            json.writeStringField("leaf", hex.formatHex(block.leaves(), index * 32, index * 32 + 32));
            json.writeObjectFieldStart("payload");
            for (var field : frame.payload().fields().entrySet()) {
                json.writeFieldName(field.getKey());
                value(json, field.getValue());
            }
            json.writeEndObject();
            end(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text as a string, integer as a number, bytes as an object with hexadecimal digits, texts as an array. */
    private void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Long) {
            json.writeNumber((Long) value);
        } else if (value instanceof byte[]) {
            json.writeStartObject();
            json.writeStringField("hex", hex.formatHex((byte[]) value));
            json.writeEndObject();
        } else if (value instanceof List<?>) {
            json.writeStartArray();
            for (Object text : (List<?>) value) {
                json.writeString((String) text);
            }
            json.writeEndArray();
        } else {
            json.writeString((String) value);
        }
    }

    private void texts(JsonGenerator json) throws SQLException, IOException {
        rows(
                json,
                "fact_text",
                "select fact_id, version, salt, reference, memo from fact_text order by fact_id, version",
                List.of("fact_id", "version"),
                List.of("salt"),
                List.of("reference", "memo"));
        rows(
                json,
                "posting_body",
                "select salt, bytes, posting_id, item_sha256 from posting_body order by posting_id",
                List.of(),
                List.of("salt", "bytes"),
                List.of("posting_id", "item_sha256"));
        rows(
                json,
                "posting_text",
                "select line_no, posting_id, memo, name from posting_text order by posting_id, line_no",
                List.of("line_no"),
                List.of(),
                List.of("posting_id", "memo", "name"));
        rows(
                json,
                "sub_ledger_body",
                "select salt, body, snapshot_id from sub_ledger_body order by snapshot_id",
                List.of(),
                List.of("salt", "body"),
                List.of("snapshot_id"));
    }

    private void rows(
            JsonGenerator json, String table, String sql, List<String> numbers, List<String> bytes, List<String> texts)
            throws SQLException, IOException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_ROWS);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    json.writeStartObject();
                    json.writeStringField("type", "text");
                    json.writeStringField("table", table);
                    for (String name : numbers) {
                        json.writeNumberField(name, row.getLong(name));
                    }
                    for (String name : bytes) {
                        json.writeFieldName(name);
                        value(json, row.getBytes(name));
                    }
                    for (String name : texts) {
                        json.writeStringField(name, row.getString(name));
                    }
                    end(json);
                }
            }
        }
    }

    private static void end(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
