package io.tieout.selftest.checker.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tieout.selftest.checker.Request.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The items of a QuickBooks batch, with the hash of each entity's bytes exactly as they were sent. */
final class BatchItems {

    /** Whether every item makes something, and whether any is more than a query. */
    record Batch(List<Item> items, boolean writes, boolean changes) {}

    private final byte[] body;
    private final List<Item> items = new ArrayList<>();
    private boolean writes;
    private boolean changes;

    private BatchItems(byte[] body) {
        this.body = body;
    }

    static Batch read(String text) {
        var reader = new BatchItems(text.getBytes(StandardCharsets.UTF_8));
        try (var parser = Tree.JSON.createParser(reader.body)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME
                        && parser.currentName().equals("BatchItemRequest")) {
                    reader.array(parser);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a batch that is not JSON", e);
        }
        return new Batch(List.copyOf(reader.items), reader.writes, reader.changes);
    }

    private void array(JsonParser parser) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            item(parser);
        }
    }

    private void item(JsonParser parser) throws IOException {
        String id = "";
        String operation = "";
        String marker = "";
        String sha = "";
        boolean query = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                int from = (int) parser.currentTokenLocation().getByteOffset();
                var entity = Tree.read(parser);
                int to = (int) parser.currentLocation().getByteOffset();
                marker = entity.text("DocNumber");
                sha = Bytes.hex(Bytes.sha256(Arrays.copyOfRange(body, from, to)));
            } else {
                String value = parser.getText();
                id = name.equals("bId") ? value : id;
                operation = name.equals("operation") ? value : operation;
                query |= name.equals("Query");
            }
        }
        if (!query) {
            writes = true;
            changes |= !operation.equals("create");
            items.add(new Item(id, marker, sha));
        }
    }
}
