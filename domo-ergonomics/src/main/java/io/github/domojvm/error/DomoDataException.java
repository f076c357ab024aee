package io.github.domojvm.error;

import org.jspecify.annotations.Nullable;

/** An answer of success arrived that is not what the service promises, such as a proxy's login page. */
public final class DomoDataException extends DomoException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what was attempted, what happened, what to do next
     * @param cause the failure below, null when there is none
     */
    public DomoDataException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
