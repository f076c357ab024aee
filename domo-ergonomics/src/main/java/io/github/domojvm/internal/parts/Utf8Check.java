package io.github.domojvm.internal.parts;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Validates UTF-8 across blocks. As Unicode requires, surrogates, overlong forms and values above U+10FFFF are
 * rejected.
 */
final class Utf8Check {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080808080808080L;

    private int missing;
    private int low;
    private int high;
    private long sequenceStart;

    /**
     * Checks the next bytes.
     *
     * @param base the source offset of index 0 of the block
     * @return the index of the first invalid byte, or -1
     */
    int check(byte[] block, int from, int to, long base) {
        int i = from;
        while (i < to) {
            int c = block[i];
            if (missing > 0) {
                c &= 0xFF;
                if (c < low || c > high) {
                    return i;
                }
                low = 0x80;
                high = 0xBF;
                missing--;
                i++;
            } else if (c >= 0) {
                i = afterAscii(block, i, to);
            } else {
                sequenceStart = base + i;
                if (!lead(c & 0xFF)) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    /** Starts again with the first byte of a character. */
    void reset() {
        missing = 0;
    }

    /** Returns whether the bytes so far end inside a character. */
    boolean incomplete() {
        return missing > 0;
    }

    /** Returns the source offset of the first byte of the last character outside ASCII. */
    long sequenceStart() {
        return sequenceStart;
    }

    private boolean lead(int c) {
        // Table 3-7 of the Unicode standard: only the second byte has a narrower range.
        low = 0x80;
        high = 0xBF;
        if (c < 0xC2 || c > 0xF4) {
            return false;
        }
        if (c < 0xE0) {
            missing = 1;
        } else if (c < 0xF0) {
            missing = 2;
            low = c == 0xE0 ? 0xA0 : low;
            high = c == 0xED ? 0x9F : high;
        } else {
            missing = 3;
            low = c == 0xF0 ? 0x90 : low;
            high = c == 0xF4 ? 0x8F : high;
        }
        return true;
    }

    private static int afterAscii(byte[] block, int from, int to) {
        int i = from;
        while (i <= to - Long.BYTES && ((long) LONGS.get(block, i) & NOT_ASCII) == 0) {
            i += Long.BYTES;
        }
        while (i < to && block[i] >= 0) {
            i++;
        }
        return i;
    }
}
