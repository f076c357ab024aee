package io.github.domojvm.error;

import org.jspecify.annotations.Nullable;

/** Thrown if a response has a success status but unexpected content, such as the login page of a proxy. */
public final class DomoDataException extends DomoException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception for a request that may have been processed.
     *
     * @param message what was attempted, what happened, what to do next
     * @param cause the underlying failure; null if there is none
     */
    public DomoDataException(String message, @Nullable Throwable cause) {
        this(message, false, cause);
    }

    /**
     * Creates an exception.
     *
     * @param message what was attempted, what happened, what to do next
     * @param requestNotSent whether the request cannot have been processed, see {@link #requestNotSent()}
     * @param cause the underlying failure; null if there is none
     */
    public DomoDataException(String message, boolean requestNotSent, @Nullable Throwable cause) {
        super(FailureReason.UNEXPECTED_RESPONSE, message, "", requestNotSent, cause);
    }

    /**
     * Creates an exception with another reason for a request that may have been processed.
     *
     * @param reason why it failed
     * @param problem what was attempted, what happened
     * @param advice what to do next; may be empty
     */
    public DomoDataException(FailureReason reason, String problem, String advice) {
        this(reason, problem, advice, false, null);
    }

    /**
     * Creates an exception with another reason.
     *
     * @param reason why it failed
     * @param problem what was attempted, what happened
     * @param advice what to do next; may be empty
     * @param requestNotSent whether the request cannot have been processed, see {@link #requestNotSent()}
     * @param cause the underlying failure; null if there is none
     */
    public DomoDataException(
            FailureReason reason, String problem, String advice, boolean requestNotSent, @Nullable Throwable cause) {
        super(reason, problem, advice, requestNotSent, cause);
    }
}
