package io.github.domojvm.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The CSV is not what Domo accepts; found before it was sent, so that {@link #requestNotSent()} is true. In an upload,
 * earlier parts may have been sent; the {@link io.github.domojvm.stream.UploadException}, of which this exception is
 * then the cause, reports how it ended.
 */
public final class CsvException extends DomoException {
    private static final long serialVersionUID = 1L;

    /** Where the record at fault begins. */
    private final long line;

    /** The column of the value at fault. */
    private final @Nullable String column;

    /**
     * Creates an exception for CSV that Domo does not accept.
     *
     * @param message what is wrong, and where
     * @param line the line of the source, from 1; 0 when the fault has no line
     * @param cause the failure below, null when there is none
     */
    public CsvException(String message, long line, @Nullable Throwable cause) {
        this(FailureReason.MALFORMED_CSV, message, "", line, cause);
    }

    /**
     * Creates an exception.
     *
     * @param reason why the rows are refused
     * @param problem what is wrong, and where
     * @param advice what to do next; may be empty
     * @param line the line of the source, from 1; 0 when the fault has no line
     * @param cause the failure below, null when there is none
     */
    public CsvException(FailureReason reason, String problem, String advice, long line, @Nullable Throwable cause) {
        this(reason, problem, advice, line, null, cause);
    }

    /**
     * Creates an exception for a value.
     *
     * @param reason why the rows are refused
     * @param problem what is wrong, and where
     * @param advice what to do next; may be empty
     * @param line the line of the source, or the row of a program or database, from 1
     * @param column the name of the value's column, null when the fault has none
     * @param cause the failure below, null when there is none
     */
    public CsvException(
            FailureReason reason,
            String problem,
            String advice,
            long line,
            @Nullable String column,
            @Nullable Throwable cause) {
        super(reason, problem, advice, true, cause);
        this.line = line;
        this.column = column;
    }

    /**
     * Returns the name of the column whose value does not fit.
     *
     * @return the name; empty when the fault has no column
     */
    public Optional<String> column() {
        return Optional.ofNullable(column);
    }

    /**
     * Returns the line of the source where the record at fault begins.
     *
     * @return the line, from 1; 0 when the fault has no line
     */
    public long line() {
        return line;
    }
}
