package io.github.domojvm.sandbox.internal.rows;

/** Thrown if uploaded text is not valid CSV by Domo's rules or does not fit the schema. */
public final class RowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the problem with its row and column, both counted from 1
     */
    public RowException(String message) {
        super(message, null, false, false);
    }
}
