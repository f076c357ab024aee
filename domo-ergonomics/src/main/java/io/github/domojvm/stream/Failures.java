package io.github.domojvm.stream;

import java.util.concurrent.CompletionException;

/** Brings failures of tasks back to what they are. */
final class Failures {
    private Failures() {}

    /** Takes the wrapping of futures off; an {@link Error} is thrown as it is. */
    static RuntimeException unwrapped(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }
}
