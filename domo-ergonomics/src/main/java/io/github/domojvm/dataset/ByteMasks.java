package io.github.domojvm.dataset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Compares eight bytes at a time. A mask has the highest bit of each byte that matches; the first byte is the lowest.
 */
final class ByteMasks {
    static final int BYTES = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;
    private static final long ONES = 0x0101_0101_0101_0101L;

    private ByteMasks() {}

    /** Returns the eight bytes at an index. */
    static long read(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** Returns the word that consists of one byte, for {@link #equal}. */
    static long repeat(char ascii) {
        return ONES * ascii;
    }

    /** Returns the mask of the bytes that are equal in both words. */
    static long equal(long word, long repeated) {
        long difference = word ^ repeated;
        // A carry cannot reach the next byte, so the mask is exact.
        return ~(((difference & LOW_BITS) + LOW_BITS) | difference | LOW_BITS);
    }
}
