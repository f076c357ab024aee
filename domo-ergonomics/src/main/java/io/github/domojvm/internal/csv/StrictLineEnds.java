package io.github.domojvm.internal.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Drops a byte order mark, and refuses a carriage return that stands outside quotes and before no line feed: the parser takes
 * it for the end of a record, Domo's grammar does not (Domo docs, DataSet API).
 */
final class StrictLineEnds extends FilterReader {
    /** Carried through the parser, which wraps what it meets. */
    static final class LoneReturn extends IOException {
        private static final long serialVersionUID = 1L;

        /** Where it stands, from 1. */
        final long line;

        LoneReturn(long line) {
            this.line = line;
        }
    }

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final char quote;
    private boolean quoted;
    private boolean afterReturn;
    private boolean begun;
    private long line = 1;

    StrictLineEnds(Reader in, char quote) {
        super(in);
        this.quote = quote;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = withoutMark(buffer, offset, super.read(buffer, offset, length));
        if (count < 0) {
            refuseIf(afterReturn);
        }
        for (int i = offset; i < offset + count; i++) {
            check(buffer[i]);
        }
        return count;
    }

    private void check(char c) throws LoneReturn {
        refuseIf(afterReturn && c != '\n');
        afterReturn = false;
        if (c == quote) {
            quoted = !quoted;
        } else if (!quoted && c == '\r') {
            afterReturn = true;
        } else if (c == '\n') {
            line++;
        }
    }

    private int withoutMark(char[] buffer, int offset, int count) throws IOException {
        if (begun || count <= 0) {
            return count;
        }
        begun = true;
        if (buffer[offset] != BYTE_ORDER_MARK) {
            return count;
        }
        if (count == 1) {
            return super.read(buffer, offset, 1);
        }
        System.arraycopy(buffer, offset + 1, buffer, offset, count - 1);
        return count - 1;
    }

    private void refuseIf(boolean loneReturn) throws LoneReturn {
        if (loneReturn) {
            throw new LoneReturn(line);
        }
    }
}
