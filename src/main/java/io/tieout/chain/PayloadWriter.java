package io.tieout.chain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a canonical payload: the same values always give the same bytes.
 *
 * <p>A payload is a sequence of values in the ascending order of their fields' names (compared as bytes); each is
 *
 * <pre>
 *   type 1 text     u16 length, UTF-8
 *   type 2 integer  8 bytes, two's complement
 *   type 3 bytes    u16 length, bytes
 *   type 4 texts    u16 count, then each: u16 length, UTF-8
 * </pre>
 *
 * <p>with a u8 for the type before it. The names are not in it: kind and version of the event, which are in the frame,
 * stand for them. Names would be more than half of the bytes that are hashed and stored for every event.
 *
 * <p>Why not JSON: numbers, escapes and key order of JSON need a page of rules before two writers agree; this needs
 * none, and carries hashes as bytes.
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

    /** Forgets what a payload that was not finished left behind. */
    public PayloadWriter begin() {
        length = 0;
        return this;
    }

    /** Text as UTF-8, at most {@link #VALUE_BYTES_MAX} bytes. */
    public PayloadWriter text(String value) {
        head(TEXT);
        sized(value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A whole number; money in minor units, instants in microseconds since 1970 UTC. */
    public PayloadWriter integer(long value) {
        head(INTEGER);
        room(8);
        Bits.putLong(buffer, length, value);
        length += 8;
        return this;
    }

    /** Raw bytes, at most {@link #VALUE_BYTES_MAX}. */
    public PayloadWriter bytes(byte[] value) {
        head(BYTES);
        sized(value);
        return this;
    }

    /** A hash, as its 32 bytes. */
    public PayloadWriter hash(Hash value) {
        return bytes(value.toBytes());
    }

    /** A list of texts in the given order; at most 65,535. */
    public PayloadWriter texts(List<String> values) {
        if (values.size() > 0xffff) {
            throw new IllegalArgumentException(values.size() + " texts in one value; at most 65535 are allowed");
        }
        head(TEXTS);
        room(2);
        Bits.putShort(buffer, length, values.size());
        length += 2;
        for (String value : values) {
            sized(value.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** The payload so far; the writer is empty afterwards and may be used again. */
    public byte[] finish() {
        byte[] payload = Arrays.copyOf(buffer, length);
        length = 0;
        return payload;
    }

    private void head(int type) {
        room(1);
        buffer[length++] = (byte) type;
    }

    private void sized(byte[] value) {
        if (value.length > VALUE_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a value of " + value.length + " bytes; at most " + VALUE_BYTES_MAX + " are allowed");
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
