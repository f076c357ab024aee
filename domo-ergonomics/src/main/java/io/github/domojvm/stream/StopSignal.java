package io.github.domojvm.stream;

import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import java.time.Duration;

/**
 * Ends the requests of an upload when it is stopped, so that the upload ends within a second even if the service does
 * not respond. Only a commit in flight and the requests that clean up have a short time left.
 */
final class StopSignal {
    /** A commit that the service acknowledges in this time does not end as unknown. */
    private static final Duration COMMIT = Duration.ofMillis(200);
    /** The time to abort the execution and to read its state, from the stop or, if it is later, the first request. */
    private static final Duration CLEANUP = Duration.ofMillis(600);

    private final Timing timing;
    private final Cancellation parts = new Cancellation();
    private final Cancellation calls = new Cancellation();
    private final Cancellation cleanup = new Cancellation();
    private final Cancellation commit;
    private boolean stopped;
    private boolean cleaning;
    private boolean limited;

    StopSignal(Timing timing) {
        this.timing = timing;
        this.commit = Cancellation.withGrace(timing, COMMIT);
    }

    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        parts.cancel();
        calls.cancel();
        commit.cancel();
        limitCleanup();
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** Returns what ends the parts: a failed part, and the stop. */
    Cancellation parts() {
        return parts;
    }

    /** Returns what ends all requests without a time left, and the waits between them. */
    Cancellation calls() {
        return calls;
    }

    /** Returns what ends the commit. A commit that is not sent yet is prevented immediately. */
    Cancellation commit() {
        return commit;
    }

    /** Returns what ends the requests that abort the execution, and those that read its state after the stop. */
    synchronized Cancellation cleanup() {
        cleaning = true;
        limitCleanup();
        return cleanup;
    }

    private void limitCleanup() {
        if (stopped && cleaning && !limited) {
            limited = true;
            timing.after(CLEANUP, cleanup::cancel);
        }
    }
}
