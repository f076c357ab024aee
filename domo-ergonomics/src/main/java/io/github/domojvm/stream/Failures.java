package io.github.domojvm.stream;

import java.util.concurrent.CompletionException;

/** Unwraps the failures of asynchronous tasks, and adds failures to others. */
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

    /** Adds a second failure to the first one, unless both are the same: calls can fail with the same token request. */
    static void suppress(Throwable first, Throwable second) {
        if (first != second) {
            first.addSuppressed(second);
        }
    }
}
