package io.github.domojvm.internal.call;

import io.github.domojvm.error.DomoException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt that failed.
 *
 * @param error what the caller gets if it was the last
 * @param passing whether another attempt could fare better
 * @param notAccepted whether the service surely did not act on it, so that any call may be sent again
 * @param throttled whether the service asked for fewer calls
 * @param askedWait how long it asked to wait, null when it did not say
 * @param tokenRejected whether a fresh token may help
 * @param foreignPage whether something else than the service answered
 */
record Failure(
        DomoException error,
        boolean passing,
        boolean notAccepted,
        boolean throttled,
        @Nullable Duration askedWait,
        boolean tokenRejected,
        boolean foreignPage) {

    static Failure lasting(DomoException error) {
        return new Failure(error, false, false, false, null, false, false);
    }

    boolean mayRepeat(Repeat repeat, int foreignPages) {
        if (foreignPage && foreignPages > 1) {
            return false;
        }
        return passing && (notAccepted || (repeat != Repeat.UNSENT_ONLY && repeat != Repeat.CLEANUP));
    }
}
