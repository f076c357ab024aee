package io.github.domojvm.internal.call;

import java.io.IOException;

/** Storing what arrived failed, on this side; the call is not to blame and must not be sent again. */
public final class LocalIoException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what was attempted, what happened, what to do next
     * @param cause the failure below
     */
    public LocalIoException(String message, IOException cause) {
        super(message, cause);
    }
}
