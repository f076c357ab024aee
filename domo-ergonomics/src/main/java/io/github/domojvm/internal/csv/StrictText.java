package io.github.domojvm.internal.csv;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * The text of CSV, without byte order mark, up to its first fault. Rejects input that the parser accepts but Domo does
 * not (Domo docs, DataSet API), at the line that the cutter of an upload reports: misplaced quotes, a carriage return
 * outside quotes that is not followed by a line feed, and bytes that are invalid in the charset. The text before a
 * fault is returned first, so that the records before it are read.
 */
final class StrictText extends FilterReader {
    /** Malformed text. The parser wraps this exception in its own. */
    static final class MalformedTextException extends IOException {
        private static final long serialVersionUID = 1L;

        /** The line of the malformed text, from 1. Only line feeds end lines. */
        final long line;
        /** Whether the fault is a carriage return at the start of a record. */
        final boolean onBlankLine;

        MalformedTextException(String what, long line, boolean onBlankLine) {
            super(what);
            this.line = line;
            this.onBlankLine = onBlankLine;
        }
    }

    private enum State {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        /** After a quote in a quoted field. */
        CLOSED
    }

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /**
     * The replacement for bytes that cannot be decoded, so that their line is known. It is a low surrogate, which
     * decoding never produces alone.
     */
    private static final char UNDECODABLE = '\uDFFF';

    private final Charset charset;
    private final char separator;
    private final char quote;
    private State state = State.FIELD_START;
    private boolean begun;
    private boolean afterHighSurrogate;
    private boolean blankSoFar = true;
    private int field = 1;
    private long line;
    private long quoteLine;
    private @Nullable MalformedTextException fault;

    StrictText(InputStream csv, CsvFormat format, Start start) {
        super(new BufferedReader(new InputStreamReader(
                csv,
                format.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(UNDECODABLE)))));
        this.charset = format.charset();
        this.separator = format.separator();
        this.quote = format.quote();
        this.begun = start.position() > 0;
        this.line = start.line();
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (fault != null) {
            throw fault;
        }
        int count = withoutMark(buffer, offset, super.read(buffer, offset, length));
        int valid = count < 0 ? 0 : check(buffer, offset, offset + count) - offset;
        fault = count < 0 ? faultAtEnd() : fault;
        if (fault != null && valid == 0) {
            throw fault;
        }
        return count < 0 ? count : valid;
    }

    /** Returns the index of the first fault, which is stored, or the end. */
    private int check(char[] buffer, int from, int to) throws IOException {
        for (int i = afterPlain(buffer, from, to); i < to; i = afterPlain(buffer, i + 1, to)) {
            char c = buffer[i];
            boolean loneReturn = c == '\r' && state != State.QUOTED && (i + 1 < to ? buffer[i + 1] : peek()) != '\n';
            fault = loneReturn
                    ? new MalformedTextException("a carriage return without a line feed", line, blankSoFar)
                    : next(c);
            if (fault != null) {
                return i;
            }
        }
        return to;
    }

    /** Skips characters inside a field that have no meaning in CSV. Most characters are such characters. */
    private int afterPlain(char[] buffer, int from, int to) {
        int i = from;
        if (state == State.UNQUOTED || state == State.QUOTED) {
            while (i < to && buffer[i] > '\r' && buffer[i] < Character.MIN_SURROGATE && !isSyntax(buffer[i])) {
                i++;
                afterHighSurrogate = false;
            }
        }
        return i;
    }

    private boolean isSyntax(char c) {
        return c == quote || c == separator;
    }

    private int peek() throws IOException {
        in.mark(1);
        int c = in.read();
        in.reset();
        return c;
    }

    private @Nullable MalformedTextException next(char c) {
        if (c == UNDECODABLE && !afterHighSurrogate) {
            return fault("bytes that are not valid " + charset, line);
        }
        afterHighSurrogate = Character.isHighSurrogate(c);
        if (state == State.QUOTED) {
            state = c == quote ? State.CLOSED : State.QUOTED;
            line += c == '\n' ? 1 : 0;
        } else if (c == quote) {
            return quote();
        } else if (c == '\n') {
            line++;
            field = 1;
            blankSoFar = true;
            state = State.FIELD_START;
        } else if (c == separator) {
            field++;
            blankSoFar = false;
            state = State.FIELD_START;
        } else if (c == '\r') {
            // A line feed follows.
            return null;
        } else if (state == State.CLOSED) {
            return fault("text after the quote that closes field " + field, line);
        } else {
            blankSoFar = false;
            state = State.UNQUOTED;
        }
        return null;
    }

    private @Nullable MalformedTextException quote() {
        if (state == State.UNQUOTED) {
            return fault("a quote inside field " + field + ", which is not quoted", line);
        }
        quoteLine = state == State.FIELD_START ? line : quoteLine;
        blankSoFar = false;
        state = State.QUOTED;
        return null;
    }

    private @Nullable MalformedTextException faultAtEnd() {
        return state == State.QUOTED
                ? fault("the quote that opens field " + field + " is not closed", quoteLine)
                : null;
    }

    private static MalformedTextException fault(String what, long line) {
        return new MalformedTextException(what, line, false);
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
}
