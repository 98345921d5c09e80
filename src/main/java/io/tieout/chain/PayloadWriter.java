package io.tieout.chain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a canonical payload: the same fields always give the same bytes.
 *
 * <p>A payload is a sequence of fields in strictly ascending order of their names (compared as bytes); each is
 *
 * <pre>
 *   u8 length of name, name (ASCII, 1 to 40 of a-z 0-9 _), u8 type, value
 *   type 1 text     u16 length, UTF-8
 *   type 2 integer  8 bytes, two's complement
 *   type 3 bytes    u16 length, bytes
 *   type 4 texts    u16 count, then each: u16 length, UTF-8
 * </pre>
 *
 * <p>Why not JSON: numbers, escapes and key order of JSON need a page of rules before two writers agree; this needs
 * none, carries hashes as bytes, and names each field, so that {@code export} shows events of any kind and age
 * without their schema. The writer refuses fields out of order: order is part of the meaning of "canonical".
 */
public final class PayloadWriter {

    static final int TEXT = 1;
    static final int INTEGER = 2;
    static final int BYTES = 3;
    static final int TEXTS = 4;

    /** Longest text or byte value, in bytes; longer things are stored beside the chain and named by hash. */
    public static final int VALUE_BYTES_MAX = 0xffff;

    private byte[] buffer = new byte[512];
    private int length;
    private String lastName = "";

    /** Text as UTF-8, at most {@link #VALUE_BYTES_MAX} bytes. */
    public PayloadWriter text(String name, String value) {
        head(name, TEXT);
        sized(value.getBytes(StandardCharsets.UTF_8), name);
        return this;
    }

    /** A whole number; money in minor units, instants in microseconds since 1970 UTC. */
    public PayloadWriter integer(String name, long value) {
        head(name, INTEGER);
        room(8);
        Bits.putLong(buffer, length, value);
        length += 8;
        return this;
    }

    /** Raw bytes, at most {@link #VALUE_BYTES_MAX}. */
    public PayloadWriter bytes(String name, byte[] value) {
        head(name, BYTES);
        sized(value, name);
        return this;
    }

    /** A hash, as its 32 bytes. */
    public PayloadWriter hash(String name, Hash value) {
        return bytes(name, value.toBytes());
    }

    /** A list of texts in the given order; at most 65,535. */
    public PayloadWriter texts(String name, List<String> values) {
        if (values.size() > 0xffff) {
            throw new IllegalArgumentException(name + " holds " + values.size() + " texts; at most 65535 are allowed");
        }
        head(name, TEXTS);
        room(2);
        Bits.putShort(buffer, length, values.size());
        length += 2;
        for (String value : values) {
            sized(value.getBytes(StandardCharsets.UTF_8), name);
        }
        return this;
    }

    /** The payload so far; the writer is empty afterwards and may be used again. */
    public byte[] finish() {
        byte[] payload = Arrays.copyOf(buffer, length);
        length = 0;
        lastName = "";
        return payload;
    }

    private void head(String name, int type) {
        if (name.compareTo(lastName) <= 0) {
            throw new IllegalArgumentException(
                    "fields are written in ascending order of name: '" + name + "' after '" + lastName + "'");
        }
        lastName = name;
        int size = name.length();
        if (size > 40) {
            throw new IllegalArgumentException("a field name has at most 40 letters: " + name);
        }
        room(size + 2);
        buffer[length++] = (byte) size;
        for (int i = 0; i < size; i++) {
            char letter = name.charAt(i);
            if (!isNameLetter(letter)) {
                throw new IllegalArgumentException("a field name holds a-z, 0-9 and _ only: " + name);
            }
            buffer[length++] = (byte) letter;
        }
        buffer[length++] = (byte) type;
    }

    static boolean isNameLetter(int letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
    }

    private void sized(byte[] value, String name) {
        if (value.length > VALUE_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "field " + name + " holds " + value.length + " bytes; at most " + VALUE_BYTES_MAX + " are allowed");
        }
        room(2 + value.length);
        Bits.putShort(buffer, length, value.length);
        System.arraycopy(value, 0, buffer, length + 2, value.length);
        length += 2 + value.length;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
