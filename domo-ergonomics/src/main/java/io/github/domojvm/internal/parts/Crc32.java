package io.github.domojvm.internal.parts;

import java.util.zip.CRC32;

/**
 * Computes CRC-32 and combines the checksums of consecutive blocks, as in zlib, so that blocks are processed in
 * parallel.
 */
final class Crc32 {
    private static final int POLYNOMIAL = 0xEDB88320;
    /** The polynomial 1. Bits are reversed, so the highest power of x is the lowest bit. */
    private static final int ONE = 1 << 31;
    /** The polynomial x to the power of 2^i. Index 0 is x, and the sequence repeats after 32 squarings. */
    private static final int[] POWERS = new int[32];

    static {
        POWERS[0] = ONE >>> 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = multiply(POWERS[i - 1], POWERS[i - 1]);
        }
    }

    private Crc32() {}

    static int of(byte[] bytes, int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        return (int) crc.getValue();
    }

    static int combine(int first, int second, long secondLength) {
        // Appending n bytes multiplies the first checksum by x^(8n).
        int factor = ONE;
        int power = 3;
        for (long n = secondLength; n != 0; n >>>= 1) {
            if ((n & 1) != 0) {
                factor = multiply(POWERS[power & 31], factor);
            }
            power++;
        }
        return multiply(factor, first) ^ second;
    }

    private static int multiply(int left, int right) {
        int product = 0;
        int shifted = right;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((left & bit) != 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) != 0 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
        }
        return product;
    }
}
