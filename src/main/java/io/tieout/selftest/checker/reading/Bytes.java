package io.tieout.selftest.checker.reading;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The bytes of the chain, made again by {@code docs/export-format.md} alone. */
final class Bytes {

    private static final byte[] MAGIC = "TOB1".getBytes(StandardCharsets.US_ASCII);

    private Bytes() {}

    /** Four bytes length, code, version, payload. */
    static byte[] frame(int code, int version, Map<String, Object> payload) {
        byte[] body = payload(payload);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(4 + body.length)
                .putShort((short) code)
                .putShort((short) version)
                .put(body)
                .array();
    }

    /** A block's header of 80 bytes. */
    static byte[] header(
            String stream, long blockNo, long firstSeq, long events, long epoch, long committedAtMicros, long bytes) {
        return ByteBuffer.allocate(80)
                .put(MAGIC)
                .put(sha256(stream.getBytes(StandardCharsets.UTF_8)))
                .putLong(blockNo)
                .putLong(firstSeq)
                .putInt((int) events)
                .putLong(epoch)
                .putLong(committedAtMicros)
                .putLong(bytes)
                .array();
    }

    /** The salted hash of texts: salt, then each text as four bytes length and UTF-8. */
    static byte[] salted(byte[] salt, List<String> texts) {
        var digest = digest();
        digest.update(salt);
        for (var text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }

    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] payload(Map<String, Object> members) {
        var out = new ByteArrayOutputStream();
        // The names only order the values; code and version, which are in the frame, stand for them.
        new TreeMap<>(members).forEach((name, value) -> value(out, value));
        return out.toByteArray();
    }

    private static void value(ByteArrayOutputStream out, Object value) {
        if (value instanceof String text) {
            out.write(1);
            sized(out, text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Long number) {
            out.write(2);
            out.writeBytes(ByteBuffer.allocate(8).putLong(number).array());
        } else if (value instanceof byte[] bytes) {
            out.write(3);
            sized(out, bytes);
        } else if (value instanceof List<?> texts) {
            out.write(4);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) texts.size()).array());
            texts.forEach(text -> sized(out, String.valueOf(text).getBytes(StandardCharsets.UTF_8)));
        } else {
            throw new IllegalArgumentException("a member of the chain is text, number, bytes or texts; found " + value);
        }
    }

    private static void sized(ByteArrayOutputStream out, byte[] bytes) {
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) bytes.length).array());
        out.writeBytes(bytes);
    }
}
