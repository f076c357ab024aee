package io.github.domojvm.internal.parts;

import static io.github.domojvm.internal.parts.WordMasks.COMMAS;
import static io.github.domojvm.internal.parts.WordMasks.FEEDS;
import static io.github.domojvm.internal.parts.WordMasks.HIGH;
import static io.github.domojvm.internal.parts.WordMasks.QUOTES;
import static io.github.domojvm.internal.parts.WordMasks.RETURNS;
import static io.github.domojvm.internal.parts.WordMasks.any;
import static io.github.domojvm.internal.parts.WordMasks.anyControl;
import static io.github.domojvm.internal.parts.WordMasks.count;
import static io.github.domojvm.internal.parts.WordMasks.equal;
import static io.github.domojvm.internal.parts.WordMasks.join;
import static io.github.domojvm.internal.parts.WordMasks.load;
import static io.github.domojvm.internal.parts.WordMasks.parity;

/**
 * Finds the ends of valid records in groups of 32 bytes. It reports no faults: it stops after the last record before a
 * fault, and {@link RecordGrammar} continues there. The methods are small, since the JVM compiles them earlier.
 */
final class BulkScanner {
    static final int GROUP_BYTES = 4 * Long.BYTES;
    /** Greater than every index. */
    private static final int STOP = Integer.MAX_VALUE;

    private final RecordBatch batch;
    private final BulkUtf8Check utf8 = new BulkUtf8Check();
    private byte[] block = {};
    private int start;
    /** All bits are set inside quotes. */
    private int quoted;

    BulkScanner(RecordBatch batch) {
        this.batch = batch;
    }

    /** Adds records to the batch, which has been started with the index of the first byte. */
    void scan(byte[] bytes, int from, int to) {
        int last = to - GROUP_BYTES;
        block = bytes;
        start = from;
        quoted = 0;
        utf8.start(bytes, from, to);
        int i = from;
        while (i <= last) {
            i = scanUnquoted(i, last);
            if (i <= last) {
                i = scanQuoted(i, last);
            }
        }
    }

    /** Scans outside quotes up to the first group with a quote or CR. */
    private int scanUnquoted(int from, int last) {
        byte[] bytes = block;
        int i = from;
        while (i <= last) {
            long a = load(bytes, i);
            long b = load(bytes, i + 8);
            long c = load(bytes, i + 16);
            long d = load(bytes, i + 24);
            if ((any(a, QUOTES) | any(b, QUOTES) | any(c, QUOTES) | any(d, QUOTES)) != 0) {
                return i;
            }
            boolean plain = (anyControl(a) | anyControl(b) | anyControl(c) | anyControl(d)) == 0;
            if (!plain && (any(a, RETURNS) | any(b, RETURNS) | any(c, RETURNS) | any(d, RETURNS)) != 0) {
                return i;
            }
            if (((a | b | c | d) & HIGH) != 0 && !utf8.check(i, a, b, c, d)) {
                return STOP;
            }
            if (plain) {
                batch.addCommas(count(equal(a, COMMAS), equal(b, COMMAS), equal(c, COMMAS), equal(d, COMMAS)));
            } else if (!batch.add(i, find(COMMAS, a, b, c, d), find(FEEDS, a, b, c, d), 0)) {
                return STOP;
            }
            i += GROUP_BYTES;
        }
        return i;
    }

    /** Scans at least one group, and ends outside quotes. */
    private int scanQuoted(int from, int last) {
        int i = from;
        do {
            if (!scanGroup(i)) {
                return STOP;
            }
            i += GROUP_BYTES;
        } while (i <= last && (quoted != 0 || block[i - 1] == '"' || block[i - 1] == '\r'));
        return i;
    }

    private boolean scanGroup(int i) {
        long a = load(block, i);
        long b = load(block, i + 8);
        long c = load(block, i + 16);
        long d = load(block, i + 24);
        if (((a | b | c | d) & HIGH) != 0 && !utf8.check(i, a, b, c, d)) {
            return false;
        }
        int quotes = find(QUOTES, a, b, c, d);
        int commas = find(COMMAS, a, b, c, d);
        int feeds = find(FEEDS, a, b, c, d);
        int returns = find(RETURNS, a, b, c, d);
        int inside = parity(quotes) ^ quoted;
        if (!isValid(i, quotes, inside, commas | feeds, feeds, returns)) {
            return false;
        }
        quoted = inside >> 31;
        return batch.add(i, commas & ~inside, feeds & ~inside, feeds & inside);
    }

    /** Checks the neighbors of quotes and of CRs outside quotes. */
    private boolean isValid(int i, int quotes, int inside, int separators, int feeds, int returns) {
        // Outside quotes, a quote in front of the group has closed a field.
        byte before = i == start ? (byte) '\n' : block[i - 1];
        boolean outside = quoted == 0;
        int closing = quotes & ~inside;
        int afterClosing = (closing << 1) | (outside && before == '"' ? 1 : 0);
        int afterReturn = ((returns & ~inside) << 1) | (outside && before == '\r' ? 1 : 0);
        int afterSeparator = (separators << 1) | (before == ',' || before == '\n' ? 1 : 0);
        int faults = (quotes & inside & ~(afterSeparator | afterClosing))
                | (afterClosing & ~(separators | returns | quotes))
                | (afterReturn & ~feeds);
        return faults == 0;
    }

    private static int find(long pattern, long a, long b, long c, long d) {
        return join(equal(a, pattern), equal(b, pattern), equal(c, pattern), equal(d, pattern));
    }
}
