package io.github.domojvm.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if CSV or a row is not valid for Domo. The data was rejected before it was sent, so {@link #requestNotSent()}
 * is true. In an upload, earlier parts may have been sent; this exception is then the cause of the
 * {@link io.github.domojvm.stream.UploadException}, which reports the outcome.
 */
public final class CsvException extends DomoException {
    private static final long serialVersionUID = 1L;

    /** The line where the invalid record begins. */
    private final long line;

    /** The column of the invalid value. */
    private final @Nullable String column;

    /**
     * Creates an exception for malformed CSV.
     *
     * @param message what is wrong, and where
     * @param line the line of the source, from 1; 0 if the error has no line
     * @param cause the underlying failure; null if there is none
     */
    public CsvException(String message, long line, @Nullable Throwable cause) {
        this(FailureReason.MALFORMED_CSV, message, "", line, cause);
    }

    /**
     * Creates an exception.
     *
     * @param reason why the rows are rejected
     * @param problem what is wrong, and where
     * @param advice what to do next; may be empty
     * @param line the line of the source, from 1; 0 if the error has no line
     * @param cause the underlying failure; null if there is none
     */
    public CsvException(FailureReason reason, String problem, String advice, long line, @Nullable Throwable cause) {
        this(reason, problem, advice, line, null, cause);
    }

    /**
     * Creates an exception for a value.
     *
     * @param reason why the rows are rejected
     * @param problem what is wrong, and where
     * @param advice what to do next; may be empty
     * @param line the line of the source, from 1; for rows of a program or database, the number of the row
     * @param column the name of the value's column; null if the error has none
     * @param cause the underlying failure; null if there is none
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
     * @return the name; empty if the error has no column
     */
    public Optional<String> column() {
        return Optional.ofNullable(column);
    }

    /**
     * Returns the line of the source where the invalid record begins.
     *
     * @return the line, from 1; for rows of a program or database, the number of the row; 0 if the error has no line
     */
    public long line() {
        return line;
    }
}
