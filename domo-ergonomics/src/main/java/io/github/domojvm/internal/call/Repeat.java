package io.github.domojvm.internal.call;

import io.github.domojvm.retry.RetryPolicy;

/** What may be sent again after a failure. */
public enum Repeat {
    /** A call that changes nothing, or sets the same thing again: any passing failure. */
    READ,
    /** A deletion: any passing failure; nothing to be found after a lost answer means that it was done. */
    DELETION,
    /** A part of an upload, which replaces itself under its number: any passing failure. */
    PART,
    /** The token request: any passing failure, few times, since everything else waits for it. */
    TOKEN,
    /** Cleaning up after a failure: like everything else, and it does not wait long, whatever the service asks. */
    CLEANUP,
    /** Everything else: only while the service surely has not accepted it. */
    UNSENT_ONLY;

    int attempts(RetryPolicy policy) {
        return switch (this) {
            case READ, DELETION -> policy.readAttempts();
            case PART -> policy.partAttempts();
            case TOKEN, CLEANUP, UNSENT_ONLY -> policy.unsentAttempts();
        };
    }
}
