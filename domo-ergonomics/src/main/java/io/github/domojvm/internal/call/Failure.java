package io.github.domojvm.internal.call;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.rest.api.Retry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt that failed.
 *
 * @param error what the caller gets when no attempt follows
 * @param kind what it means for another attempt
 * @param askedWait how long the service asked to wait, null when it did not say
 */
record Failure(DomoException error, Kind kind, @Nullable Duration askedWait) {
    /** What a failed attempt means for the next one. */
    enum Kind {
        /** Another attempt would fail in the same way. */
        FINAL,
        /** The request was refused for its token; with another token it may succeed. */
        TOKEN_REJECTED,
        /** The service asked for fewer calls, and did not process this one. */
        THROTTLED,
        /** The request was not processed; another attempt may succeed. */
        NOT_PROCESSED,
        /** The request may have been processed; another attempt may succeed. */
        UNCERTAIN,
        /**
         * Something other than the service responded; once more at most, since a proxy that is starting may respond so.
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

    boolean mayRepeat(Retry.Mode mode, int nonDomoResponses) {
        return switch (kind) {
            case FINAL, TOKEN_REJECTED -> false;
            case THROTTLED, NOT_PROCESSED -> true;
            case UNCERTAIN -> mode != Retry.Mode.UNSENT_ONLY;
            case NON_DOMO -> nonDomoResponses <= 1 && mode != Retry.Mode.UNSENT_ONLY;
        };
    }
}
