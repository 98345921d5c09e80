package io.tieout.selftest.checker.reading;

import io.tieout.selftest.checker.Invariant;
import io.tieout.selftest.checker.LedgerEvent;
import io.tieout.selftest.checker.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code export --jsonl} and recomputes every leaf, head and salted hash in it. */
public final class ExportReader {

    private static final byte[] NO_HEAD = new byte[32];

    private final List<LedgerEvent> events = new ArrayList<>();
    private final Map<String, String> storedItems = new LinkedHashMap<>();
    private final Map<String, Map<Long, Export.Head>> heads = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, byte[]> lastHead = new HashMap<>();
    /** Salted hashes of the chain by what they belong to, until their texts are met. */
    private final Map<String, String> hashes = new HashMap<>();

    private String installation = "";
    private String environment = "";
    private @Nullable Block block;

    /** The block whose events are being read. */
    private static final class Block {
        private final Tree line;
        private final String stream;
        private final MessageDigest head = Bytes.digest();
        private long events;
        private long bytes;

        private Block(Tree line, byte[] previous) {
            this.line = line;
            this.stream = line.text("stream");
            head.update(previous);
            head.update(Bytes.header(
                    stream,
                    line.number("block_no"),
                    line.number("first_seq"),
                    line.number("event_count"),
                    line.number("epoch"),
                    line.number("committed_at_micros"),
                    line.number("body_bytes")));
        }

        private String place() {
            return stream + " block " + line.number("block_no");
        }
    }

    private ExportReader() {}

    /** @throws IllegalArgumentException when the text is no export of format 1 */
    public static Export read(String jsonLines) {
        var reader = new ExportReader();
        try (var parser = Tree.JSON.createParser(jsonLines)) {
            while (parser.nextToken() != null) {
                reader.line(Tree.read(parser));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader.seal();
        return new Export(
                reader.installation,
                reader.environment,
                reader.events,
                reader.storedItems,
                reader.heads,
                reader.violations);
    }

    private void line(Tree line) {
        switch (line.text("type")) {
            case "ledger" -> {
                if (line.number("format") != 1) {
                    throw new IllegalArgumentException("an export of format 1; found " + line.number("format"));
                }
                installation = line.text("installation");
                environment = line.text("environment");
            }
            case "block" -> {
                seal();
                var stream = line.text("stream");
                block = new Block(line, lastHead.getOrDefault(stream, NO_HEAD));
            }
            case "event" -> event(line);
            case "text" -> {
                seal();
                text(line);
            }
            default -> {
                // New types may be added under the same format.
            }
        }
    }

    private void event(Tree line) {
        var within = block;
        if (within == null || !within.stream.equals(line.text("stream"))) {
            throw new IllegalArgumentException("an event outside its block: " + line.value());
        }
        var payload = payload(line.at("payload"));
        byte[] frame = Bytes.frame((int) line.number("code"), (int) line.number("version"), payload);
        byte[] leaf = Bytes.sha256(frame);
        var event = new LedgerEvent(
                within.stream,
                line.number("seq"),
                line.text("kind"),
                payload,
                within.line.number("epoch"),
                within.line.number("committed_at_micros"));
        demand(Bytes.hex(leaf).equals(line.text("leaf")), event.place(), "leaf " + Bytes.hex(leaf), line.text("leaf"));
        demand(
                event.seq() == within.line.number("first_seq") + within.events,
                event.place(),
                "event " + (within.line.number("first_seq") + within.events),
                "event " + event.seq());
        within.head.update(leaf);
        within.events++;
        within.bytes += frame.length;
        events.add(event);
        remember(event);
    }

    private void seal() {
        var done = block;
        block = null;
        if (done == null) {
            return;
        }
        long number = done.line.number("block_no");
        var known = heads.computeIfAbsent(done.stream, s -> new LinkedHashMap<>());
        demand(number == known.size(), done.place(), "block " + known.size(), "block " + number);
        demand(
                done.events == done.line.number("event_count") && done.bytes == done.line.number("body_bytes"),
                done.place(),
                done.line.number("event_count") + " events of " + done.line.number("body_bytes") + " bytes",
                done.events + " events of " + done.bytes + " bytes");
        byte[] head = done.head.digest();
        demand(
                Bytes.hex(head).equals(done.line.text("head")),
                done.place(),
                "head " + Bytes.hex(head),
                done.line.text("head"));
        // Goes on from what is written there, so that one fault is told once.
        lastHead.put(done.stream, HexFormat.of().parseHex(done.line.text("head")));
        known.put(number, new Export.Head(done.line.number("first_seq") + done.events - 1, done.line.text("head")));
    }

    private void remember(LedgerEvent event) {
        switch (event.kind()) {
            case "FACT_SEEN", "FACT_VERSION" ->
                hashes.put(
                        "fact_text " + event.number("fact_id") + " " + event.number("version"), event.hex("text_hash"));
            case "POSTING_INTENT" -> hashes.put("posting_body " + event.text("posting_id"), event.hex("bytes_hash"));
            default -> {
                // Nothing salted that is followed here.
            }
        }
    }

    private void text(Tree line) {
        switch (line.text("table")) {
            case "fact_text" ->
                salted(
                        "fact_text " + line.number("fact_id") + " " + line.number("version"),
                        bytes(line.at("salt")),
                        List.of(line.text("reference"), line.text("memo")));
            case "posting_body" -> {
                byte[] body = bytes(line.at("bytes"));
                var place = "posting_body " + line.text("posting_id");
                // Bytes are hashed as the text of their Latin-1 characters.
                salted(place, bytes(line.at("salt")), List.of(new String(body, StandardCharsets.ISO_8859_1)));
                var sha = Bytes.hex(Bytes.sha256(body));
                demand(sha.equals(line.text("item_sha256")), place, "SHA-256 " + sha, line.text("item_sha256"));
                storedItems.put(line.text("posting_id"), sha);
            }
            default -> {
                // Texts of other tables are not needed for any judgement.
            }
        }
    }

    private void salted(String place, byte[] salt, List<String> texts) {
        var hash = Bytes.hex(Bytes.salted(salt, texts));
        demand(
                hash.equals(hashes.get(place)),
                place,
                "the text of hash " + hashes.getOrDefault(place, "(no event)"),
                hash);
    }

    private void demand(boolean holds, String place, String expected, String found) {
        if (!holds) {
            violations.add(new Violation(Invariant.I12, place, expected, found));
        }
    }

    private static Map<String, Object> payload(Tree payload) {
        if (!(payload.value() instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("an event's payload is an object; found " + payload.value());
        }
        var map = new HashMap<String, Object>();
        members.forEach((name, value) -> map.put(
                String.valueOf(name),
                value instanceof Map<?, ?>
                        ? bytes(payload.at(String.valueOf(name)))
                        : java.util.Objects.requireNonNull(value)));
        return map;
    }

    private static byte[] bytes(Tree hex) {
        return HexFormat.of().parseHex(hex.text("hex"));
    }
}
