package io.github.domojvm.sandbox.internal.rows;

/** Uploaded text that is not valid CSV by Domo's rules, or does not fit the schema. */
public final class RowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes a problem.
     *
     * @param message what is wrong, and at which row and column, both counted from 1
     */
    public RowException(String message) {
        super(message, null, false, false);
    }
}
