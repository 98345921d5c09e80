package io.tieout.target.quickbooks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

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

    private static final Pattern B_ID = Pattern.compile("[A-Za-z0-9]{1,10}");

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
     * @param itemsByBId rendered {@code JournalEntry} bytes by bId; the map's order is the order they are applied in
     */
    static byte[] body(Map<String, byte[]> itemsByBId) {
        if (itemsByBId.isEmpty() || itemsByBId.size() > ITEMS_MAX) {
            throw new IllegalArgumentException("A batch has 1 to " + ITEMS_MAX + " items, found " + itemsByBId.size());
        }
        var body = new ByteArrayOutputStream();
        String before = "{\"BatchItemRequest\":[";
        for (Map.Entry<String, byte[]> item : itemsByBId.entrySet()) {
            requireBId(item.getKey());
            write(body, before + "{\"bId\":\"" + item.getKey() + "\",\"JournalEntry\":");
            body.writeBytes(item.getValue());
            write(body, ",\"operation\":\"create\"}");
            before = ",";
        }
        write(body, "]}");
        return body.toByteArray();
    }

    private static void requireBId(String bId) {
        if (!B_ID.matcher(bId).matches()) {
            throw new IllegalArgumentException("A bId has 1 to 10 letters and digits, found '" + bId + "'");
        }
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
