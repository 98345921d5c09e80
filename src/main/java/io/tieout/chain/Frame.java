package io.tieout.chain;

/**
 * Layout of one event in a block's body.
 *
 * <pre>
 *   u32 length of what follows (type, version, payload)
 *   u16 type     code of {@link EventKind}
 *   u16 version  of the payload's field list
 *   payload      canonical, see {@link PayloadWriter}
 *   leaf = SHA-256(length, type, version, payload)
 * </pre>
 *
 * @param type code of the kind, known or not
 * @param version version of the payload
 * @param payload the fields
 */
public record Frame(int type, int version, Payload payload) {

    /** Bytes before the payload: length, type, version. */
    public static final int HEADER_BYTES = 8;

    /** Bytes of type and version, which the length counts. */
    static final int COUNTED_BYTES = 4;

    /** Writes the header of a frame whose payload has the given size. */
    static void putHeader(byte[] body, int offset, int type, int version, int payloadBytes) {
        Bits.putInt(body, offset, COUNTED_BYTES + payloadBytes);
        Bits.putShort(body, offset + 4, type);
        Bits.putShort(body, offset + 6, version);
    }

    /** Whole size of the frame at an offset in bytes, or -1 when no whole frame stands there. */
    static int sizeAt(byte[] body, int offset) {
        if (body.length - offset < HEADER_BYTES) {
            return -1;
        }
        int counted = Bits.getInt(body, offset);
        if (counted < COUNTED_BYTES || counted > body.length - offset - 4) {
            return -1;
        }
        return 4 + counted;
    }

    /** Reads the frame at an offset; its size must have been checked. */
    static Frame at(byte[] body, int offset, int size) {
        return new Frame(
                Bits.getShort(body, offset + 4),
                Bits.getShort(body, offset + 6),
                Payload.read(body, offset + HEADER_BYTES, size - HEADER_BYTES));
    }
}
