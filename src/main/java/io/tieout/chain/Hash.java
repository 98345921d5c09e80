package io.tieout.chain;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * An immutable SHA-256 value, 32 bytes, shown as 64 lower-case hexadecimal digits.
 *
 * <p>A class, not a record: a record would hand out its array.
 */
public final class Hash implements Comparable<Hash> {

    /** Length of a hash in bytes. */
    public static final int BYTES = 32;

    /** Thirty-two zero bytes: the "previous head" of a genesis block. */
    public static final Hash ZERO = new Hash(new byte[BYTES]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the 32 given bytes. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a SHA-256 value has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** Reads 64 hexadecimal digits. */
    public static Hash ofHex(String hex) {
        if (hex.length() != BYTES * 2) {
            throw new IllegalArgumentException("a SHA-256 value has 64 hexadecimal digits: " + hex);
        }
        return new Hash(HexFormat.of().parseHex(hex));
    }

    /** A copy of the 32 bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Whether {@code other} holds the same 32 bytes. */
    public boolean sameAs(byte[] other) {
        return Arrays.equals(bytes, other);
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, BYTES);
    }

    @Override
    public int compareTo(Hash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash && Arrays.equals(bytes, ((Hash) other).bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
