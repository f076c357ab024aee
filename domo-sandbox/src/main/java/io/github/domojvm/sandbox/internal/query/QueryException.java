package io.github.domojvm.sandbox.internal.query;

/** Thrown if SQL cannot be run or the rows cannot be queried. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueryException(String message, Throwable cause) {
        super(message, cause);
    }

    public QueryException(String message) {
        super(message);
    }
}
