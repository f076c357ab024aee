package io.github.domojvm.error;

import org.jspecify.annotations.Nullable;

/** An answer of success arrived that is not what the service promises, such as a proxy's login page. */
public final class DomoDataException extends DomoException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception of a request that may have been processed.
     *
     * @param message what was attempted, what happened, what to do next
     * @param cause the failure below, null when there is none
     */
    public DomoDataException(String message, @Nullable Throwable cause) {
        this(message, false, cause);
    }

    /**
     * Creates an exception.
     *
     * @param message what was attempted, what happened, what to do next
     * @param requestNotSent whether the request cannot have been processed, see {@link #requestNotSent()}
     * @param cause the failure below, null when there is none
     */
    public DomoDataException(String message, boolean requestNotSent, @Nullable Throwable cause) {
        super(FailureReason.UNEXPECTED_RESPONSE, message, "", requestNotSent, cause);
    }

    /**
     * Creates an exception of a request that may have been processed, for another reason than an unexpected response.
     *
     * @param reason why it failed
     * @param problem what was attempted, what happened
     * @param advice what to do next; may be empty
     */
    public DomoDataException(FailureReason reason, String problem, String advice) {
        super(reason, problem, advice, false, null);
    }
}
