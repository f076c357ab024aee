package io.github.domojvm.internal.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limits of the call that a thread runs. They also apply to the token request that the call may need.
 *
 * @param deadline limits its duration
 * @param cancellation ends it
 */
public record RunningCall(Deadline deadline, Cancellation cancellation) {
    private static final ThreadLocal<@Nullable RunningCall> CURRENT = new ThreadLocal<>();
    private static final Cancellation NEVER = new Cancellation();

    /**
     * Returns the time that remains for the call of this thread.
     *
     * @return the remaining time, null if there is no limit
     */
    public static @Nullable Duration left() {
        RunningCall running = CURRENT.get();
        return running == null ? null : running.deadline.left();
    }

    /**
     * Returns what ends the call of this thread.
     *
     * @return the cancellation; one that is never cancelled if the thread runs no call
     */
    public static Cancellation ending() {
        RunningCall running = CURRENT.get();
        return running == null ? NEVER : running.cancellation;
    }

    /**
     * Returns whether a failure of this thread may be due to an interrupt, a cancellation or a time limit of its own
     * call, which do not concern other threads.
     *
     * @return false if only the service or the network can be the cause
     */
    public static boolean mayHaveFailedAlone() {
        return Thread.currentThread().isInterrupted() || left() != null || ending().isCancelled();
    }

    /** Sets this as the call of the thread and returns the previous one, for {@link #restore}. */
    @Nullable
    RunningCall begin() {
        RunningCall previous = CURRENT.get();
        CURRENT.set(this);
        return previous;
    }

    static void restore(@Nullable RunningCall previous) {
        if (previous == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(previous);
        }
    }
}
