package io.github.domojvm.internal.parts;

/**
 * Finds the ends of records in blocks of CSV and refuses what Domo refuses (Domo docs, DataSet API). What it reports,
 * faults included, does not depend on where the blocks end, and of several faults it reports the first.
 */
final class RecordScanner {
    /** The block ended inside a record. */
    static final int NONE = -1;

    private final Utf8Check utf8 = new Utf8Check();
    private final RecordGrammar grammar;
    private final long maxRecordBytes;
    private int columns;

    private byte[] block = {};
    private int position;
    private int limit;
    private boolean malformedAtLimit;
    /** Source offset of index 0 of the block. */
    private long base;

    private long recordStart;
    private long startLine;
    private long recordLine;
    private long recordOffset;
    /** First of the blank lines that came last; 0 when there is none. */
    private long blankLine;

    private long blankStart;

    /**
     * A scanner at the start of a record.
     *
     * @param columns columns of every record; 0 takes the number from the first record
     * @param line physical line of the first byte
     * @param offset source offset of the first byte
     */
    RecordScanner(int columns, long maxRecordBytes, long line, long offset) {
        this.columns = columns;
        this.maxRecordBytes = maxRecordBytes;
        this.grammar = new RecordGrammar(line);
        this.startLine = line;
        this.base = offset;
        this.recordStart = offset;
    }

    /** Takes the next bytes of the source; those of the call before must have been used up. */
    void feed(byte[] next, int from, int to) {
        base += position - from;
        block = next;
        position = from;
        int malformed = utf8.check(next, from, to, base);
        malformedAtLimit = malformed >= 0;
        limit = malformedAtLimit ? malformed : to;
    }

    /**
     * Goes on to the end of the record.
     *
     * @return the index after the record's line end, or {@link #NONE} when the block is used up
     */
    int next() throws CsvFormatException {
        while (position < limit) {
            int end = (int) Math.min(limit, recordStart + maxRecordBytes - base);
            if (blankLine != 0 && !inRecord() && block[position] != '\n' && block[position] != '\r') {
                throw blankInTheMiddle();
            }
            if (position == end) {
                throw tooLong();
            }
            boolean lineEnded = grammar.walk(block, position, end, base);
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

    /** Line of the first byte of the record that {@link #next} ended last. */
    long recordLine() {
        return recordLine;
    }

    /** A fault of the record that {@link #next} ended last. */
    CsvFormatException fault(String message) {
        return new CsvFormatException(message, recordLine, recordOffset);
    }

    /** Whether the bytes so far end inside a line. */
    boolean inRecord() {
        return base + position > recordStart;
    }

    /** Whether only blank lines have come since the last record: they are no records and are not sent. */
    boolean inBlankLines() {
        return blankLine != 0;
    }

    /** Columns of every record, or 0 while there was none to tell. */
    int columns() {
        return columns;
    }

    /** To be called at the end of the source: a line feed must be all that the last record lacks. */
    void checkEnd() throws CsvFormatException {
        if (utf8.incomplete()) {
            throw notUtf8();
        }
        if (grammar.inQuotes()) {
            throw grammar.quoteNotClosed("up to the end");
        }
        if (grammar.afterCarriageReturn()) {
            throw grammar.carriageReturnAlone(base + position);
        }
    }

    /** Returns false for a blank line that is no record. */
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
                    "the record has " + found + (found == 1 ? " column" : " columns") + ", expected are " + columns
                            + "; give every record the same columns and quote fields that hold a comma",
                    startLine,
                    recordStart);
        }
    }

    private CsvFormatException notUtf8() {
        // A fault that lies before the broken character, but shows only in what follows it, comes first.
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
        return new CsvFormatException("a blank line, and records follow it; remove the line", blankLine, blankStart);
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
