package io.tieout.chain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A canonical payload, read back. See {@link PayloadWriter} for the layout and the order of the values.
 *
 * <p>Values are {@link String}, {@link Long}, {@code byte[]} or {@code List<String>}. The reader accepts exactly what
 * the writer writes: known types, valid UTF-8, no bytes left over.
 *
 * @param values in the order in which they were written; the arrays in it are the payload's own
 */
public record Payload(List<Object> values) {

    /**
     * Reads a payload.
     *
     * @throws MalformedPayload when the bytes are not a canonical payload
     */
    public static Payload read(byte[] source, int offset, int length) {
        var values = new ArrayList<Object>();
        var cursor = new Cursor(source, offset, offset + length);
        while (cursor.at < cursor.end) {
            values.add(cursor.value());
        }
        return new Payload(Collections.unmodifiableList(values));
    }

    /** Reads a whole array. */
    public static Payload read(byte[] source) {
        return read(source, 0, source.length);
    }

    /** The text at a place, from 0; throws {@link MalformedPayload} when there is none. */
    public String text(int place) {
        if (place >= values.size() || !(values.get(place) instanceof String)) {
            throw new MalformedPayload("no text at place " + place + " of " + values.size() + " values");
        }
        return (String) values.get(place);
    }

    /** Bytes that no writer of ours made. */
    public static final class MalformedPayload extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        MalformedPayload(String message) {
            super(message);
        }
    }

    private static final class Cursor {
        private final byte[] source;
        private int at;
        private final int end;

        Cursor(byte[] source, int at, int end) {
            this.source = source;
            this.at = at;
            this.end = end;
        }

        Object value() {
            need(1);
            int type = source[at++];
            switch (type) {
                case PayloadWriter.TEXT:
                    return text();
                case PayloadWriter.INTEGER:
                    need(8);
                    at += 8;
                    return Bits.getLong(source, at - 8);
                case PayloadWriter.BYTES:
                    int size = size();
                    at += size;
                    return Arrays.copyOfRange(source, at - size, at);
                case PayloadWriter.TEXTS:
                    need(2);
                    int count = Bits.getShort(source, at);
                    at += 2;
                    var texts = new ArrayList<String>(Math.min(count, 1000));
                    for (int i = 0; i < count; i++) {
                        texts.add(text());
                    }
                    return List.copyOf(texts);
                default:
                    throw new MalformedPayload("a value of the unknown type " + type);
            }
        }

        private String text() {
            int size = size();
            at += size;
            var text = new String(source, at - size, size, StandardCharsets.UTF_8);
            // The plain constructor puts U+FFFD in place of broken bytes; only then is the slower look worth it.
            if (text.indexOf('\ufffd') >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), slice(size))) {
                throw new MalformedPayload("a text that is not UTF-8");
            }
            return text;
        }

        private byte[] slice(int size) {
            return Arrays.copyOfRange(source, at - size, at);
        }

        /** Reads a u16 length and checks that so many bytes follow. */
        private int size() {
            need(2);
            int size = Bits.getShort(source, at);
            at += 2;
            need(size);
            return size;
        }

        private void need(int more) {
            if (at + more > end) {
                throw new MalformedPayload("the payload ends " + (at + more - end) + " bytes too early");
            }
        }
    }
}
