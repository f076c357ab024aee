package io.github.domojvm.internal.parts;

import java.io.IOException;

/**
 * The input violates the CSV grammar that Domo accepts (Domo docs, DataSet API: RFC 4180 in UTF-8, with LF allowed).
 * The message contains the position, the problem and the fix. The caller adds the name of the file.
 */
public final class CsvFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The physical line, from 1. */
    private final long line;
    /** The number of bytes before the fault. */
    private final long byteOffset;

    /**
     * Creates an exception for one fault of the input.
     *
     * @param message the problem and the fix, without the position
     * @param line the physical line of the fault, from 1
     * @param byteOffset the number of bytes before the fault, including a byte order mark
     */
    public CsvFormatException(String message, long line, long byteOffset) {
        super("Line " + line + " (byte " + byteOffset + "): " + message);
        this.line = line;
        this.byteOffset = byteOffset;
    }

    /**
     * Returns the physical line of the fault. Line breaks inside quotes are counted.
     *
     * @return the line, from 1
     */
    public long line() {
        return line;
    }

    /**
     * Returns the position of the fault in the source.
     *
     * @return the number of bytes before it
     */
    public long byteOffset() {
        return byteOffset;
    }
}
