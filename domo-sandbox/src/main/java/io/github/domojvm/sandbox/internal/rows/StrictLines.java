package io.github.domojvm.sandbox.internal.rows;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Rejects a carriage return outside quotes that is not followed by a line feed. The CSV parser accepts it as a row end;
 * Domo's grammar (RFC 4180 and bare line feeds) does not.
 */
final class StrictLines extends FilterReader {
    private boolean quoted;
    private boolean afterReturn;
    private long row = 1;

    StrictLines(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count < 0) {
            rejectIf(afterReturn);
        }
        for (int i = offset; i < offset + count; i++) {
            check(buffer[i]);
        }
        return count;
    }

    private void check(char c) {
        rejectIf(afterReturn && c != '\n');
        afterReturn = false;
        if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == '\r') {
            afterReturn = true;
        } else if (!quoted && c == '\n') {
            row++;
        }
    }

    private void rejectIf(boolean loneReturn) {
        if (loneReturn) {
            throw new RowException("carriage return without a line feed, row " + row);
        }
    }
}
