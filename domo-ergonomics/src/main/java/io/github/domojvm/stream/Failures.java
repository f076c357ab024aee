package io.github.domojvm.stream;

import java.util.concurrent.CompletionException;

/** Unwraps failures of asynchronous tasks. */
final class Failures {
    private Failures() {}

    /** Removes the wrappers that futures add. Throws an {@link Error} unchanged. */
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
