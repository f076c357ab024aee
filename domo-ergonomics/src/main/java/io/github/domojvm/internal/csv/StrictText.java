package io.github.domojvm.internal.csv;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * The text of CSV, without byte order mark. What the parser would take and Domo would not is refused: bytes that the
 * charset does not have, and a carriage return that stands outside quotes and before no line feed (Domo docs, DataSet
 * API).
 */
final class StrictText extends FilterReader {
    /** Carried through the parser, which wraps what it meets. */
    static final class MalformedTextException extends IOException {
        private static final long serialVersionUID = 1L;

        /** Where it stands, from 1. */
        final long line;

        MalformedTextException(String what, long line) {
            super(what);
            this.line = line;
        }
    }

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /**
     * Stands for what cannot be decoded, so that its line is known: half a character, of which decoding never gives one
     * alone.
     */
    private static final char UNDECODABLE = '\uDFFF';

    private final Charset charset;
    private final char quote;
    private boolean quoted;
    private boolean afterReturn;
    private boolean afterFirstHalf;
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
            refuseIf(afterReturn);
        }
        for (int i = offset; i < offset + count; i++) {
            check(buffer[i]);
        }
        return count;
    }

    private void check(char c) throws MalformedTextException {
        refuseIf(afterReturn && c != '\n');
        afterReturn = false;
        if (c == quote) {
            quoted = !quoted;
        } else if (!quoted && c == '\r') {
            afterReturn = true;
        } else if (c == '\n') {
            line++;
        } else if (c == UNDECODABLE && !afterFirstHalf) {
            throw new MalformedTextException("bytes that are not " + charset, line);
        }
        afterFirstHalf = Character.isHighSurrogate(c);
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

    private void refuseIf(boolean loneReturn) throws MalformedTextException {
        if (loneReturn) {
            throw new MalformedTextException("a carriage return without a line feed", line);
        }
    }
}
