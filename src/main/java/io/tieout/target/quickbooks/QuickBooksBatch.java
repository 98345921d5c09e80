package io.tieout.target.quickbooks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/**
 * The body of one batch call, put together from stored item bytes.
 *
 * <p>It is put together by us and not by the SDK, because a resend may hold only some items of the original batch, each
 * with its stored bytes and its old {@code bId}; the wire spec proves it equal to the SDK's own batch call, byte by byte.
 */
final class QuickBooksBatch {

    /** Most items in one batch (Intuit; above comes code 1040). */
    static final int ITEMS_MAX = 30;

    /** Longest request id in a batch: the server joins it with the bId and allows 50 characters for both. */
    static final int REQUEST_ID_MAX = 36;

    private QuickBooksBatch() {}

    /** The bId of the item at a 1-based position: {@code 01} to {@code 30}. */
    static String bId(int position) {
        if (position < 1 || position > ITEMS_MAX) {
            throw new IllegalArgumentException("A batch has positions 1 to " + ITEMS_MAX + ", found " + position);
        }
        return "%02d".formatted(position);
    }

    /**
     * The whole body.
     *
     * @param itemsByBId rendered {@code JournalEntry} bytes by bId, in the order they are to be applied
     */
    static byte[] body(SortedMap<String, byte[]> itemsByBId) {
        if (itemsByBId.isEmpty() || itemsByBId.size() > ITEMS_MAX) {
            throw new IllegalArgumentException("A batch has 1 to " + ITEMS_MAX + " items, found " + itemsByBId.size());
        }
        var body = new ByteArrayOutputStream();
        String before = "{\"BatchItemRequest\":[";
        for (Map.Entry<String, byte[]> item : itemsByBId.entrySet()) {
            write(body, before + "{\"bId\":\"" + item.getKey() + "\",\"JournalEntry\":");
            body.writeBytes(item.getValue());
            write(body, ",\"operation\":\"create\"}");
            before = ",";
        }
        write(body, "]}");
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
