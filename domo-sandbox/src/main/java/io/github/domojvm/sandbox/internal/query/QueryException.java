package io.github.domojvm.sandbox.internal.query;

/** SQL that cannot be run, or rows that cannot be asked. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueryException(String message, Throwable cause) {
        super(message, cause);
    }

    public QueryException(String message) {
        super(message);
    }
}
