package io.github.domojvm.internal.parts;

/** Consecutive records of one block, found by {@link BulkScanner}. */
final class RecordBatch {
    private int separators;
    private int maxRecordBytes;
    private long maxRecords;
    private int maxEnd;

    private long count;
    private int end;
    private int lastStart;
    private long lastLine;
    private long line;

    /** The number of commas after the last record that has ended. */
    private int commas;
    /** The number of LFs inside quotes after the last record that has ended. */
    private int innerFeeds;

    /**
     * Starts without records.
     *
     * @param from the index at which the first record starts
     * @param fromLine the physical line on which it starts
     * @param columns the number of columns of each record
     */
    void start(int from, long fromLine, int columns, int recordBytes, long records, int lastEnd) {
        separators = columns - 1;
        maxRecordBytes = recordBytes;
        maxRecords = records;
        maxEnd = lastEnd;
        count = 0;
        end = from;
        lastStart = from;
        lastLine = fromLine;
        line = fromLine;
        commas = 0;
        innerFeeds = 0;
    }

    void addCommas(int more) {
        commas += more;
    }

    /**
     * Adds the records that end within 32 bytes. Each argument is a mask.
     *
     * @param at the index of the first byte
     * @param commaMask the commas between fields
     * @param endMask the LFs at the ends of records
     * @param innerMask the LFs inside quotes
     * @return false if the next record must not be added: it has a fault or exceeds the limits
     */
    boolean add(int at, int commaMask, int endMask, int innerMask) {
        int nextCommas = commaMask;
        int nextInner = innerMask;
        for (int ends = endMask; ends != 0; ends &= ends - 1) {
            int before = (ends & -ends) - 1;
            int next = at + Integer.bitCount(before) + 1;
            if (commas + Integer.bitCount(nextCommas & before) != separators || !fits(next)) {
                return false;
            }
            lastStart = end;
            lastLine = line;
            line += 1 + innerFeeds + Integer.bitCount(nextInner & before);
            end = next;
            count++;
            commas = 0;
            innerFeeds = 0;
            nextCommas &= ~before;
            nextInner &= ~before;
        }
        commas += Integer.bitCount(nextCommas);
        innerFeeds += Integer.bitCount(nextInner);
        return true;
    }

    private boolean fits(int next) {
        return count < maxRecords && next <= maxEnd && next - end <= maxRecordBytes;
    }

    /** Returns the number of records. */
    long count() {
        return count;
    }

    /** Returns the index after the last record. */
    int end() {
        return end;
    }

    /** Returns the index of the first byte of the last record. */
    int lastStart() {
        return lastStart;
    }

    /** Returns the line of the first byte of the last record. */
    long lastLine() {
        return lastLine;
    }

    /** Returns the line after the last record. */
    long line() {
        return line;
    }
}
