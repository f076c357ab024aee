package io.github.domojvm.error;

import org.jspecify.annotations.Nullable;

/** Thrown if no complete response arrived, or a local file could not be read or written. */
public final class DomoIoException extends DomoException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what was attempted, what happened, what to do next
     * @param requestNotSent whether the request cannot have been processed, see {@link #requestNotSent()}
     * @param cause the underlying failure; null if there is none
     */
    public DomoIoException(String message, boolean requestNotSent, @Nullable Throwable cause) {
        super(FailureReason.IO, message, "", requestNotSent, cause);
    }
}
