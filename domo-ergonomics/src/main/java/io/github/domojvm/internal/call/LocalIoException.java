package io.github.domojvm.internal.call;

import java.io.IOException;

/** Storing a response failed locally. The call itself succeeded and is not retried. */
public final class LocalIoException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the complete message: what was attempted, what happened, what to do next
     * @param cause the cause
     */
    public LocalIoException(String message, IOException cause) {
        super(message, cause);
    }
}
