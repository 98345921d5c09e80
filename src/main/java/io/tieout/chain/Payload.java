package io.tieout.chain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A canonical payload, read back. See {@link PayloadWriter} for the layout.
 *
 * <p>Values are {@link String}, {@link Long}, {@code byte[]} or {@code List<String>}. The reader accepts exactly what
 * the writer writes: ascending names, known types, valid UTF-8, no bytes left over.
 */
public final class Payload {

    private final TreeMap<String, Object> fields;

    private Payload(TreeMap<String, Object> fields) {
        this.fields = fields;
    }

    /**
     * Reads a payload.
     *
     * @throws MalformedPayload when the bytes are not a canonical payload
     */
    public static Payload read(byte[] source, int offset, int length) {
        var fields = new TreeMap<String, Object>();
        var cursor = new Cursor(source, offset, offset + length);
        String last = "";
        while (cursor.at < cursor.end) {
            String name = cursor.name();
            if (name.compareTo(last) <= 0) {
                throw new MalformedPayload("field '" + name + "' stands after '" + last + "'");
            }
            last = name;
            fields.put(name, cursor.value(name));
        }
        return new Payload(fields);
    }

    /** Reads a whole array. */
    public static Payload read(byte[] source) {
        return read(source, 0, source.length);
    }

    /** Whether the field is there. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** A text field; throws {@link MalformedPayload} when it is missing or of another type. */
    public String text(String name) {
        return as(name, String.class);
    }

    /** A text field or the given word when it is missing. */
    public String textOr(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /** An integer field. */
    public long integer(String name) {
        return as(name, Long.class);
    }

    /** A byte field; the array is the caller's own. */
    public byte[] bytes(String name) {
        return as(name, byte[].class).clone();
    }

    /** A hash field. */
    public Hash hash(String name) {
        byte[] bytes = as(name, byte[].class);
        if (bytes.length != Hash.BYTES) {
            throw new MalformedPayload("field '" + name + "' has " + bytes.length + " bytes, a hash has 32");
        }
        return Hash.of(bytes);
    }

    /** A list of texts. */
    @SuppressWarnings("unchecked")
    public List<String> texts(String name) {
        return (List<String>) as(name, List.class);
    }

    /** All fields by name, for printing. */
    public SortedMap<String, Object> fields() {
        return Collections.unmodifiableSortedMap(fields);
    }

    private <T> T as(String name, Class<T> type) {
        Object value = ((Map<String, Object>) fields).get(name);
        if (!type.isInstance(value)) {
            throw new MalformedPayload("field '" + name + "' is missing or not a " + type.getSimpleName());
        }
        return type.cast(value);
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

        String name() {
            int size = source[at] & 0xff;
            need(1 + size);
            if (size < 1 || size > 40) {
                throw new MalformedPayload("a field name of " + size + " letters");
            }
            for (int i = 1; i <= size; i++) {
                if (!PayloadWriter.isNameLetter(source[at + i])) {
                    throw new MalformedPayload("a field name with the byte " + source[at + i]);
                }
            }
            var name = new String(source, at + 1, size, StandardCharsets.US_ASCII);
            at += 1 + size;
            return name;
        }

        Object value(String name) {
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
                    throw new MalformedPayload("field '" + name + "' has the unknown type " + type);
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
