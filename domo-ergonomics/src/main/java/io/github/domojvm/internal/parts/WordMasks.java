package io.github.domojvm.internal.parts;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Searches eight bytes, a word, with one operation on a long. In a mask of a word, the highest bit of a byte is set if
 * the byte matches; a mask of 32 bytes has one bit for each byte, the first byte in the lowest bit.
 */
public final class WordMasks {
    public static final long HIGH = 0x8080808080808080L;
    public static final long QUOTES = 0x2222222222222222L;
    public static final long COMMAS = 0x2C2C2C2C2C2C2C2CL;
    public static final long FEEDS = 0x0A0A0A0A0A0A0A0AL;
    public static final long RETURNS = 0x0D0D0D0D0D0D0D0DL;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long FIRST_PRINTED = 0x1010101010101010L;
    /** Moves the highest bits of eight bytes to the highest byte of the product. */
    private static final long GATHER = 0x0002040810204081L;

    private WordMasks() {}

    /** Returns the eight bytes at an index, the first byte in the lowest bits. */
    public static long load(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** Returns the mask of the bytes that equal those of the pattern. */
    public static long equal(long word, long pattern) {
        long x = word ^ pattern;
        return ~(((x & ~HIGH) + ~HIGH) | x) & HIGH;
    }

    /** Returns a value with a highest bit set if any byte equals that of the pattern. Cheaper than {@link #equal}. */
    public static long any(long word, long pattern) {
        long x = word ^ pattern;
        return (x - ONES) & ~x & HIGH;
    }

    /** Returns a value with a highest bit set if any byte is less than 16, as LF and CR are. */
    public static long anyControl(long word) {
        return (word - FIRST_PRINTED) & ~word & HIGH;
    }

    /** Returns the number of bytes in the masks of four words. */
    public static int count(long a, long b, long c, long d) {
        return Long.bitCount((a >>> 7) | (b >>> 6) | (c >>> 5) | (d >>> 4));
    }

    /** Joins the masks of four words to the mask of 32 bytes. */
    public static int join(long a, long b, long c, long d) {
        return byteOf(a) | (byteOf(b) << 8) | (byteOf(c) << 16) | (byteOf(d) << 24);
    }

    /** Returns the mask of the bytes after an odd number of matches, including the match itself. */
    public static int parity(int mask) {
        int x = mask ^ (mask << 1);
        x ^= x << 2;
        x ^= x << 4;
        x ^= x << 8;
        return x ^ (x << 16);
    }

    private static int byteOf(long mask) {
        return (int) ((mask * GATHER) >>> 56);
    }
}
