package io.github.domojvm.internal.csv;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * The text of CSV, without byte order mark. Rejects input that the parser accepts but Domo does not: bytes that are
 * invalid in the charset, and a carriage return outside quotes that is not followed by a line feed (Domo docs, DataSet
 * API).
 */
final class StrictText extends FilterReader {
    /** Malformed text. The parser wraps this exception in its own. */
    static final class MalformedTextException extends IOException {
        private static final long serialVersionUID = 1L;

        /** The line of the malformed text, from 1. */
        final long line;

        MalformedTextException(String what, long line) {
            super(what);
            this.line = line;
        }
    }

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /**
     * The replacement for bytes that cannot be decoded, so that their line is known. It is a low surrogate, which
     * decoding never produces alone.
     */
    private static final char UNDECODABLE = '\uDFFF';

    private final Charset charset;
    private final char quote;
    private boolean quoted;
    private boolean afterReturn;
    private boolean afterHighSurrogate;
    private boolean begun;
    private long line = 1;

    StrictText(InputStream csv, Charset charset, char quote) {
        super(new BufferedReader(new InputStreamReader(
                csv,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(UNDECODABLE)))));
        this.charset = charset;
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
            rejectIf(afterReturn);
        }
        for (int i = offset; i < offset + count; i++) {
            check(buffer[i]);
        }
        return count;
    }

    private void check(char c) throws MalformedTextException {
        rejectIf(afterReturn && c != '\n');
        afterReturn = false;
        if (c == quote) {
            quoted = !quoted;
        } else if (!quoted && c == '\r') {
            afterReturn = true;
        } else if (c == '\n') {
            line++;
        } else if (c == UNDECODABLE && !afterHighSurrogate) {
            throw new MalformedTextException("bytes that are not valid " + charset, line);
        }
        afterHighSurrogate = Character.isHighSurrogate(c);
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

    private void rejectIf(boolean loneReturn) throws MalformedTextException {
        if (loneReturn) {
            throw new MalformedTextException("a carriage return without a line feed", line);
        }
    }
}
