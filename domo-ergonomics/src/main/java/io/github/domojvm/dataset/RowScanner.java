package io.github.domojvm.dataset;

import io.github.domojvm.internal.call.UnusableBodyException;
import io.github.domojvm.internal.parts.WordMasks;

/**
 * Counts the records of an export while it is read, and checks that each has as many fields as the DataSet has columns.
 * Stores none of the content. Quotes have a meaning only at the start of a field, as in {@code CsvRecords}.
 *
 * <p>Bytes are scanned in groups of 32, groups with a quote or the end of a line eight at a time, and those that
 * contain a quote or end a faulty record one by one, which also produces every message.
 */
final class RowScanner {
    private static final int START_OF_FIELD = 0;
    private static final int BARE = 1;
    private static final int QUOTED = 2;
    private static final int AFTER_QUOTE = 3;

    private static final int GROUP_BYTES = 4 * Long.BYTES;

    private final int columns;
    private final boolean header;
    private int state = START_OF_FIELD;
    private int separators;
    private long records;
    private boolean blankLine;

    /**
     * Creates a scanner.
     *
     * @param columns the number of fields that each record must have
     * @param header whether the first record is a header line
     */
    RowScanner(int columns, boolean header) {
        this.columns = columns;
        this.header = header;
    }

    void scan(byte[] buffer, int offset, int length) throws UnusableBodyException {
        int end = offset + length;
        int i = offset;
        while (end - i >= GROUP_BYTES) {
            if (!isWithinRecord(buffer, i)) {
                scanWords(buffer, i, i + GROUP_BYTES);
            }
            i += GROUP_BYTES;
        }
        scanWords(buffer, i, end);
    }

    /**
     * Scans a group. Returns false, and scans nothing, if it contains a quote or, outside quotes, the end of a line.
     */
    private boolean isWithinRecord(byte[] buffer, int at) {
        long first = WordMasks.load(buffer, at);
        long second = WordMasks.load(buffer, at + Long.BYTES);
        long third = WordMasks.load(buffer, at + 2 * Long.BYTES);
        long fourth = WordMasks.load(buffer, at + 3 * Long.BYTES);
        if (anyOf(WordMasks.QUOTES, first, second, third, fourth)) {
            return false;
        }
        if (state == QUOTED) {
            return true;
        }
        byte last = buffer[at + GROUP_BYTES - 1];
        // A return at the end may belong to a blank line.
        if (last == '\r' || anyOf(WordMasks.FEEDS, first, second, third, fourth)) {
            return false;
        }
        separators += WordMasks.count(
                WordMasks.equal(first, WordMasks.COMMAS),
                WordMasks.equal(second, WordMasks.COMMAS),
                WordMasks.equal(third, WordMasks.COMMAS),
                WordMasks.equal(fourth, WordMasks.COMMAS));
        state = last == ',' ? START_OF_FIELD : BARE;
        return true;
    }

    private static boolean anyOf(long bytes, long first, long second, long third, long fourth) {
        return (WordMasks.any(first, bytes)
                        | WordMasks.any(second, bytes)
                        | WordMasks.any(third, bytes)
                        | WordMasks.any(fourth, bytes))
                != 0;
    }

    private void scanWords(byte[] buffer, int offset, int end) throws UnusableBodyException {
        int i = offset;
        while (end - i >= Long.BYTES) {
            long word = WordMasks.load(buffer, i);
            if (!(state == QUOTED ? isTextInQuotes(word) : isRegular(word))) {
                scanBytes(buffer, i, i + Long.BYTES);
            }
            i += Long.BYTES;
        }
        scanBytes(buffer, i, end);
    }

    private static boolean isTextInQuotes(long word) {
        return WordMasks.equal(word, WordMasks.QUOTES) == 0;
    }

    /**
     * Scans eight bytes outside quotes. Returns false, and scans nothing, if they contain a quote, a blank line or the
     * end of an incomplete record.
     */
    private boolean isRegular(long word) {
        int last = (int) (word >>> 56);
        int beforeLast = (int) (word >>> 48) & 0xFF;
        if (WordMasks.equal(word, WordMasks.QUOTES) != 0
                || (last == '\r' && (beforeLast == '\r' || beforeLast == '\n'))) {
            return false;
        }
        long commas = WordMasks.equal(word, WordMasks.COMMAS);
        long lineFeeds = WordMasks.equal(word, WordMasks.FEEDS);
        if (lineFeeds == 0) {
            separators += Long.bitCount(commas);
        } else if (!endRecords(commas, lineFeeds)) {
            return false;
        }
        state = last == ',' || last == '\n' ? START_OF_FIELD : BARE;
        return true;
    }

    /** Counts the records that end in eight bytes. Returns false, and counts nothing, if one is not complete. */
    private boolean endRecords(long commas, long lineFeeds) {
        int fields = separators;
        long count = 0;
        long left = commas;
        for (long ends = lineFeeds; ends != 0; ends &= ends - 1) {
            long before = Long.lowestOneBit(ends) - 1;
            fields += Long.bitCount(left & before);
            if (fields != columns - 1 || blankLine) {
                return false;
            }
            left &= ~before;
            fields = 0;
            count++;
        }
        separators = fields + Long.bitCount(left);
        records += count;
        return true;
    }

    private void scanBytes(byte[] buffer, int offset, int end) throws UnusableBodyException {
        int current = state;
        for (int i = offset; i < end; i++) {
            byte b = buffer[i];
            if (current == QUOTED) {
                current = b == '"' ? AFTER_QUOTE : QUOTED;
            } else if (b > ',' || b < 0) {
                // No byte above a comma has a meaning in CSV.
                current = BARE;
            } else if (b == ',') {
                separators++;
                current = START_OF_FIELD;
            } else if (b == '\n') {
                state = current;
                endOfLine();
                current = START_OF_FIELD;
            } else if (b == '"') {
                // After a quote it is an escaped quote; in an unquoted field it is text.
                current = current == BARE ? BARE : QUOTED;
            } else if (b != '\r' || current != START_OF_FIELD || separators > 0) {
                current = BARE;
            }
        }
        state = current;
    }

    /**
     * Checks that the last record is complete. Exports end with a line break (Domo docs, DataSet API; tests of
     * domo-php).
     */
    void end() throws UnusableBodyException {
        if (state == QUOTED) {
            throw UnusableBodyException.incomplete("it ends inside quotes, in " + place());
        }
        if (isLineStart()) {
            return;
        }
        if (!header || records > 0) {
            throw UnusableBodyException.incomplete("it ends without a line break, in " + place());
        }
        endOfLine();
    }

    /** Returns the number of records so far, not counting the header line. */
    long rows() {
        return header && records > 0 ? records - 1 : records;
    }

    private boolean isLineStart() {
        return state == START_OF_FIELD && separators == 0;
    }

    private void endOfLine() throws UnusableBodyException {
        if (columns > 1 && isLineStart()) {
            // Accepted at the end of the body.
            blankLine = true;
            return;
        }
        if (blankLine) {
            throw UnusableBodyException.incomplete("a blank line comes before " + place());
        }
        if (separators != columns - 1) {
            throw UnusableBodyException.incomplete(place() + " has "
                    + (separators == 0 ? "1 field" : separators + 1 + " fields") + ", but the DataSet has "
                    + (columns == 1 ? "1 column" : columns + " columns"));
        }
        records++;
        separators = 0;
        state = START_OF_FIELD;
    }

    private String place() {
        return header && records == 0 ? "the header line" : "row " + (rows() + 1);
    }
}
