package io.github.domojvm.internal.call;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The end of a call's time: of all its attempts together, and of each. */
public final class Deadline {
    /** Of the call that this thread runs: what it needs on the way, a token, is bound by it as well. */
    private static final ThreadLocal<@Nullable Deadline> RUNNING = new ThreadLocal<>();

    private final Timing timing;
    private final @Nullable Duration attempt;
    private final @Nullable Duration total;
    private final long began;

    Deadline(Timing timing, CallSettings settings) {
        this.timing = timing;
        this.attempt = settings.attemptTimeout();
        this.total = settings.totalTimeout();
        this.began = timing.nanos();
    }

    /**
     * Returns the time that is left to the call that this thread runs.
     *
     * @return the time, null without a limit
     */
    public static @Nullable Duration leftToThisThread() {
        Deadline running = RUNNING.get();
        return running == null ? null : running.left();
    }

    /** Makes this the deadline of the thread; gives the one before, to go back to. */
    @Nullable
    Deadline begin() {
        Deadline before = RUNNING.get();
        RUNNING.set(this);
        return before;
    }

    static void goBack(@Nullable Deadline before) {
        if (before == null) {
            RUNNING.remove();
        } else {
            RUNNING.set(before);
        }
    }

    /** Tells whether there is time for a wait and something after it. */
    boolean allows(Duration wait) {
        Duration left = left();
        return left == null || wait.compareTo(left) < 0;
    }

    /** Bounds an attempt, from its sending to the end of its answer; a shorter bound of the HTTP client's own stays. */
    void bound(Call<?> call) {
        Duration left = left();
        Duration bound = left == null || (attempt != null && attempt.compareTo(left) < 0) ? attempt : left;
        if (bound == null) {
            return;
        }
        long nanos = Math.max(1, Timing.nanosOf(bound));
        long present = call.timeout().timeoutNanos();
        if (present == 0 || nanos < present) {
            call.timeout().timeout(nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Says why nothing is sent any more. */
    String over() {
        return "the total timeout of " + total + " leaves no time for it";
    }

    private @Nullable Duration left() {
        return total == null ? null : total.minusNanos(timing.nanos() - began);
    }
}
