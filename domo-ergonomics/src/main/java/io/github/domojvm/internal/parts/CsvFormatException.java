package io.github.domojvm.internal.parts;

import java.io.IOException;

/**
 * The input breaks the CSV grammar that Domo accepts (Domo docs, DataSet API: RFC 4180 in UTF-8, bare LF allowed). The
 * message says where, what is wrong and how to mend it, but not which file it was: only the caller knows that.
 */
public final class CsvFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Physical line, from 1. */
    private final long line;
    /** Bytes of the source before the fault. */
    private final long byteOffset;

    /**
     * Describes one fault of the input.
     *
     * @param message what is wrong, without the place
     * @param line physical line of the fault, the first line being 1
     * @param byteOffset bytes of the source before the fault, a byte order mark included
     */
    public CsvFormatException(String message, long line, long byteOffset) {
        super("Line " + line + " (byte " + byteOffset + "): " + message);
        this.line = line;
        this.byteOffset = byteOffset;
    }

    /**
     * The physical line of the fault; line breaks inside quotes count as well.
     *
     * @return the line, the first being 1
     */
    public long line() {
        return line;
    }

    /**
     * The place of the fault in the source.
     *
     * @return the number of bytes before it
     */
    public long byteOffset() {
        return byteOffset;
    }
}
