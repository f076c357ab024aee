package io.github.domojvm.dataset;

import io.github.domojvm.internal.call.UnusableBodyException;

/** The reference for {@link RowScanner}: the same rules, applied to one byte at a time. */
final class ByteRowScanner {
    private static final int START_OF_FIELD = 0;
    private static final int BARE = 1;
    private static final int QUOTED = 2;
    private static final int AFTER_QUOTE = 3;

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
    ByteRowScanner(int columns, boolean header) {
        this.columns = columns;
        this.header = header;
    }

    void scan(byte[] buffer, int offset, int length) throws UnusableBodyException {
        int end = offset + length;
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
