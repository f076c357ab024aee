package io.github.domojvm.sandbox.internal.query;

/** SQL that cannot be run, or rows that cannot be asked. */
public final class QueryProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueryProblem(String message, Throwable cause) {
        super(message, cause);
    }

    public QueryProblem(String message) {
        super(message);
    }
}
