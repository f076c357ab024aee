package io.github.domojvm.error;

import org.jspecify.annotations.Nullable;

/** No whole answer arrived, or a local file could not be read or written. */
public final class DomoIoException extends DomoException {
    private static final long serialVersionUID = 1L;

    /** Whether the service cannot have seen the request. */
    private final boolean surelyNotSent;

    /**
     * Makes one.
     *
     * @param message what was attempted, what happened, what to do next
     * @param surelyNotSent whether the service cannot have seen the request
     * @param cause the failure below
     */
    public DomoIoException(String message, boolean surelyNotSent, @Nullable Throwable cause) {
        super(message, cause);
        this.surelyNotSent = surelyNotSent;
    }

    /**
     * Tells whether the service cannot have acted on the request, so that repeating it is harmless whatever it does.
     *
     * @return true when no byte of the request was sent, or it was rejected for want of a token; false when it may have been
     *     acted on
     */
    public boolean surelyNotSent() {
        return surelyNotSent;
    }
}
