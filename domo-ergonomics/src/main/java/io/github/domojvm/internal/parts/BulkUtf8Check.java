package io.github.domojvm.internal.parts;

import static io.github.domojvm.internal.parts.WordMasks.HIGH;
import static io.github.domojvm.internal.parts.WordMasks.any;
import static io.github.domojvm.internal.parts.WordMasks.join;

/**
 * Validates the UTF-8 of groups of 32 bytes. Groups without a character of three or four bytes are checked by masks.
 */
final class BulkUtf8Check {
    private static final long ALL_BUT_LOWEST_BIT = 0xFEFEFEFEFEFEFEFEL;
    /** 0xC0 and 0xC1 would start an overlong form. */
    private static final long OVERLONG = 0xC0C0C0C0C0C0C0C0L;

    private final Utf8Check bytewise = new Utf8Check();
    private byte[] block = {};
    private int end;
    /** The index after the characters that are checked. Bytes between the checked characters are ASCII. */
    private int checked;

    /** Starts at the first byte of a character. */
    void start(byte[] bytes, int from, int to) {
        block = bytes;
        checked = from;
        end = to;
        bytewise.reset();
    }

    /**
     * Checks the characters that start in a group.
     *
     * @param i the index of the group
     * @return false if one is invalid or incomplete
     */
    boolean check(int i, long a, long b, long c, long d) {
        if ((longLeads(a) | longLeads(b) | longLeads(c) | longLeads(d)) != 0) {
            return checkBytewise(i);
        }
        if ((overlong(a) | overlong(b) | overlong(c) | overlong(d)) != 0) {
            return false;
        }
        int first = join(leads(a), leads(b), leads(c), leads(d));
        int second = join(follows(a), follows(b), follows(c), follows(d));
        int unchecked = checked > i ? -1 << (checked - i) : -1;
        if (((first << 1) & unchecked) != (second & unchecked)) {
            return false;
        }
        int after = i + BulkScanner.GROUP_BYTES;
        if (first < 0) {
            if (after >= end || (block[after] & 0xC0) != 0x80) {
                return false;
            }
            after++;
        }
        checked = after;
        return true;
    }

    private boolean checkBytewise(int i) {
        int after = i + BulkScanner.GROUP_BYTES;
        if (bytewise.check(block, Math.max(checked, i), after, 0) >= 0) {
            return false;
        }
        while (bytewise.incomplete()) {
            if (after == end || bytewise.check(block, after, after + 1, 0) >= 0) {
                return false;
            }
            after++;
        }
        checked = after;
        return true;
    }

    private static long overlong(long word) {
        return any(word & ALL_BUT_LOWEST_BIT, OVERLONG);
    }

    private static long leads(long word) {
        return word & (word << 1) & HIGH;
    }

    /** Returns the mask of the bytes that start a character of three or four bytes, or no character. */
    private static long longLeads(long word) {
        return leads(word) & (word << 2);
    }

    private static long follows(long word) {
        return word & ~(word << 1) & HIGH;
    }
}
