package io.github.domojvm.internal.parts;

/**
 * Finds the ends of records in blocks of CSV and rejects input that Domo rejects (Domo docs, DataSet API). Results and
 * faults do not depend on block boundaries. If there are several faults, the first one is reported.
 */
final class RecordScanner {
    /** The result if the block ended inside a record. */
    static final int NONE = -1;

    /** The number of bytes whose UTF-8 is checked before they are parsed one by one. */
    private static final int CHECKED_AHEAD = 1024;

    private final Utf8Check utf8 = new Utf8Check();
    private final RecordGrammar grammar;
    private final RecordBatch batch = new RecordBatch();
    private final BulkScanner bulk = new BulkScanner(batch);
    private final int maxRecordBytes;
    private int columns;

    private byte[] block = {};
    private int position;
    /** The index after the bytes whose UTF-8 is checked. */
    private int limit;
    /** The index after the last byte of the block. */
    private int end;

    private boolean malformedAtLimit;
    /** The source offset of index 0 of the block. */
    private long base;

    private long recordStart;
    private long startLine;
    private long recordLine;
    private long recordOffset;
    /** The first of the blank lines after the last record; 0 if there is none. */
    private long blankLine;

    private long blankStart;

    /**
     * Creates a scanner at the start of a record.
     *
     * @param columns the number of columns of every record; 0 for the number of the first record
     * @param line the physical line of the first byte
     * @param offset the source offset of the first byte
     */
    RecordScanner(int columns, int maxRecordBytes, long line, long offset) {
        this.columns = columns;
        this.maxRecordBytes = maxRecordBytes;
        this.grammar = new RecordGrammar(line);
        this.startLine = line;
        this.base = offset;
        this.recordStart = offset;
    }

    /** Sets the next bytes of the source. The bytes of the previous call must have been consumed. */
    void feed(byte[] next, int from, int to) {
        base += position - from;
        block = next;
        position = from;
        limit = from;
        end = to;
        malformedAtLimit = false;
    }

    /**
     * Scans several records, with the same results as {@link #next}. If it returns none, {@code next} must be called:
     * it scans what this method does not, such as faults and the end of the block.
     *
     * @param maxRecords the maximum number of records
     * @param maxEnd the index at which the last record must have ended
     * @return the records, valid until the next call; empty if there are none
     */
    RecordBatch nextBatch(long maxRecords, int maxEnd) {
        batch.start(position, startLine, columns, maxRecordBytes, maxRecords, maxEnd);
        if (columns > 0 && blankLine == 0 && !inRecord()) {
            bulk.scan(block, position, malformedAtLimit ? limit : end);
        }
        if (batch.count() > 0) {
            skipTo(batch.end());
        }
        return batch;
    }

    private void skipTo(int next) {
        recordLine = batch.lastLine();
        recordOffset = base + batch.lastStart();
        startLine = batch.line();
        grammar.skipTo(startLine);
        position = next;
        recordStart = base + next;
        if (next > limit) {
            limit = next;
            utf8.reset();
        }
    }

    /**
     * Scans to the end of the record.
     *
     * @return the index after the record's line end, or {@link #NONE} if the block is consumed
     */
    int next() throws CsvFormatException {
        while (position < limit || checkAhead()) {
            int stop = (int) Math.min(limit, recordStart + maxRecordBytes - base);
            if (blankLine != 0 && !inRecord() && block[position] != '\n' && block[position] != '\r') {
                throw blankInTheMiddle();
            }
            if (position == stop) {
                throw tooLong();
            }
            boolean lineEnded = grammar.walk(block, position, stop, base);
            position = grammar.position();
            if (lineEnded && endsRecord()) {
                return position;
            }
        }
        if (malformedAtLimit) {
            throw notUtf8();
        }
        return NONE;
    }

    /** Returns whether there are further bytes to parse, after checking their UTF-8. */
    private boolean checkAhead() {
        if (malformedAtLimit || limit == end) {
            return false;
        }
        int to = Math.min(end, limit + CHECKED_AHEAD);
        int malformed = utf8.check(block, limit, to, base);
        malformedAtLimit = malformed >= 0;
        limit = malformedAtLimit ? malformed : to;
        return position < limit;
    }

    /** Returns the line of the first byte of the last record that was completed. */
    long recordLine() {
        return recordLine;
    }

    /** Creates a fault of the last record that was completed. */
    CsvFormatException fault(String message) {
        return new CsvFormatException(message, recordLine, recordOffset);
    }

    /** Returns whether the bytes so far end inside a line. */
    boolean inRecord() {
        return base + position > recordStart;
    }

    /** Returns whether only blank lines have followed the last record. They are not records and are not sent. */
    boolean inBlankLines() {
        return blankLine != 0;
    }

    /** Returns the number of columns of every record, or 0 if it is not yet known. */
    int columns() {
        return columns;
    }

    /** Checks, at the end of the source, that the last record is complete except for a line feed. */
    void checkEnd() throws CsvFormatException {
        if (utf8.incomplete()) {
            throw notUtf8();
        }
        if (grammar.inQuotes()) {
            throw grammar.quoteNotClosed("before the end of the input");
        }
        if (grammar.afterCarriageReturn()) {
            throw grammar.carriageReturnAlone(base + position);
        }
    }

    /** Returns false for a blank line that is not a record. */
    private boolean endsRecord() throws CsvFormatException {
        long bytes = base + position - recordStart;
        boolean blank = bytes == 1 || (bytes == 2 && grammar.afterCarriageReturn());
        recordLine = startLine;
        recordOffset = recordStart;
        if (!blank || columns == 1) {
            checkColumns();
        } else if (blankLine == 0) {
            blankLine = startLine;
            blankStart = recordStart;
        }
        grammar.startRecord();
        startLine = grammar.line();
        recordStart = base + position;
        return blankLine == 0;
    }

    private void checkColumns() throws CsvFormatException {
        int found = grammar.columns();
        if (columns == 0) {
            columns = found;
        } else if (found != columns) {
            throw new CsvFormatException(
                    "the record has " + found + (found == 1 ? " column" : " columns") + ", expected " + columns
                            + "; use the same columns in every record and quote fields that contain a comma",
                    startLine,
                    recordStart);
        }
    }

    private CsvFormatException notUtf8() {
        // A fault before the malformed character that is detected only by the next byte is reported first.
        if (grammar.afterCarriageReturn()) {
            return grammar.carriageReturnAlone(base + position);
        }
        if (blankLine != 0) {
            return blankInTheMiddle();
        }
        return new CsvFormatException(
                "the bytes are not UTF-8; convert the file to UTF-8 first", grammar.line(), utf8.sequenceStart());
    }

    private CsvFormatException blankInTheMiddle() {
        return new CsvFormatException("a blank line before further records; remove the line", blankLine, blankStart);
    }

    private CsvFormatException tooLong() {
        String within = "within " + maxRecordBytes + " bytes of the record's start";
        return grammar.inQuotes()
                ? grammar.quoteNotClosed(within)
                : new CsvFormatException(
                        "the record does not end " + within + "; check its line ends and quotes",
                        startLine,
                        recordStart);
    }
}
