package io.tieout.chain;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Big-endian numbers in byte arrays. */
final class Bits {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private Bits() {}

    static void putLong(byte[] target, int offset, long value) {
        LONG.set(target, offset, value);
    }

    static void putInt(byte[] target, int offset, int value) {
        INT.set(target, offset, value);
    }

    static void putShort(byte[] target, int offset, int value) {
        target[offset] = (byte) (value >>> 8);
        target[offset + 1] = (byte) value;
    }

    static long getLong(byte[] source, int offset) {
        return (long) LONG.get(source, offset);
    }

    static int getInt(byte[] source, int offset) {
        return (int) INT.get(source, offset);
    }

    /** An unsigned 16-bit number. */
    static int getShort(byte[] source, int offset) {
        return ((source[offset] & 0xff) << 8) | (source[offset + 1] & 0xff);
    }
}
