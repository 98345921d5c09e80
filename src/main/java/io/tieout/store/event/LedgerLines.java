package io.tieout.store.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tieout.chain.ChainBlock;
import io.tieout.chain.EventKind;
import io.tieout.chain.Frame;
import io.tieout.chain.HeadStatement;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A ledger as JSON lines: header, every block with its events, then the erasable texts that are still there.
 *
 * <p>The format is described in {@code docs/export-format.md}; a program of another author can recompute the chain from
 * the file alone.
 */
public final class LedgerLines implements AutoCloseable {

    private final JsonGenerator json;
    private final HexFormat hex = HexFormat.of();

    /** Writes to a stream, which stays open. */
    public LedgerLines(OutputStream out) {
        try {
            json = JsonFactory.builder()
                    .build()
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .createGenerator(out);
            json.setRootValueSeparator(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void header(LedgerIdentity identity) {
        line("ledger", () -> {
            json.writeNumberField("format", 1);
            json.writeStringField("installation", identity.installationId());
            json.writeStringField("environment", identity.environment().code());
        });
    }

    /** A block and its events. */
    public void block(ChainBlock block) {
        line("block", () -> {
            json.writeStringField("stream", block.stream());
            json.writeNumberField("block_no", block.blockNo());
            json.writeNumberField("first_seq", block.firstSeq());
            json.writeNumberField("event_count", block.eventCount());
            json.writeNumberField("epoch", block.epoch());
            json.writeNumberField("committed_at_micros", block.committedAtMicros());
            json.writeStringField("committed_at", HeadStatement.microsText(block.committedAtMicros()));
            json.writeNumberField("body_bytes", block.body().length);
            json.writeStringField("head", hex.formatHex(block.head()));
        });
        int[] index = {0};
        block.forEachFrame((seq, frame) -> event(block, seq, frame, index[0]++));
    }

    /** An erasable row of a table; its members in the order of the map: texts, whole numbers or bytes. */
    public void text(String table, Map<String, Object> members) {
        line("text", () -> {
            json.writeStringField("table", table);
            members(members);
        });
    }

    @Override
    public void close() {
        try {
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void event(ChainBlock block, long seq, Frame frame, int index) {
        line("event", () -> {
            json.writeStringField("stream", block.stream());
            json.writeNumberField("seq", seq);
            json.writeStringField(
                    "kind", EventKind.ofCode(frame.type()).map(Enum::name).orElse("UNKNOWN"));
            json.writeNumberField("code", frame.type());
            json.writeNumberField("version", frame.version());
            json.writeStringField("leaf", hex.formatHex(block.leaves(), index * 32, index * 32 + 32));
            json.writeFieldName("payload");
            payload(
                    EventFields.of(frame.type(), frame.version()),
                    frame.payload().values());
        });
    }

    /** Values by name; of a kind that this program does not know, in their order. */
    private void payload(List<String> names, List<Object> values) throws IOException {
        boolean known = names.size() == values.size();
        if (known) {
            json.writeStartObject();
        } else {
            json.writeStartArray();
        }
        for (int i = 0; i < values.size(); i++) {
            if (known) {
                json.writeFieldName(names.get(i));
            }
            value(values.get(i));
        }
        if (known) {
            json.writeEndObject();
        } else {
            json.writeEndArray();
        }
    }

    private void members(Map<String, Object> members) throws IOException {
        for (var member : members.entrySet()) {
            json.writeFieldName(member.getKey());
            value(member.getValue());
        }
    }

    /** Text as a string, integer as a number, bytes as an object with hexadecimal digits, texts as an array. */
    private void value(Object value) throws IOException {
        if (value instanceof Number) {
            json.writeNumber(((Number) value).longValue());
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

    private void line(String type, Members members) {
        try {
            json.writeStartObject();
            json.writeStringField("type", type);
            members.write();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Members {
        void write() throws IOException;
    }
}
