package io.github.domojvm.internal.call;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.rest.api.Retry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The failure of an attempt.
 *
 * @param error the exception to throw if no further attempt follows
 * @param kind the effect on further attempts
 * @param requestedWait the wait that the service requested, null if it did not specify one
 */
record Failure(DomoException error, Kind kind, @Nullable Duration requestedWait) {
    /** The effect of a failed attempt on further attempts. */
    enum Kind {
        /** A retry would fail in the same way. */
        FINAL,
        /** The token was rejected. The request may succeed with another token. */
        TOKEN_REJECTED,
        /** The service limited the rate of calls and did not process the request. */
        THROTTLED,
        /** The request was not processed. A retry may succeed. */
        NOT_PROCESSED,
        /** The request may have been processed. A retry may succeed. */
        UNCERTAIN,
        /**
         * The response is not from the service. It is retried at most once, since a proxy may send such a response
         * while it starts.
         */
        NON_DOMO;

        /** Returns whether the request cannot have been processed. */
        boolean notProcessed() {
            return this == TOKEN_REJECTED || this == THROTTLED || this == NOT_PROCESSED;
        }
    }

    Failure(DomoException error, Kind kind) {
        this(error, kind, null);
    }

    boolean mayRetry(Retry.Mode mode, int nonDomoResponses) {
        return switch (kind) {
            case FINAL, TOKEN_REJECTED -> false;
            case THROTTLED, NOT_PROCESSED -> true;
            case UNCERTAIN -> mode != Retry.Mode.UNSENT_ONLY;
            case NON_DOMO -> nonDomoResponses <= 1 && mode != Retry.Mode.UNSENT_ONLY;
        };
    }
}
