package io.github.domojvm.internal.call;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The time limits of a call: for each attempt, and for all attempts together. */
public final class Deadline {
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

    /** Returns whether a call can still be sent after a wait. */
    boolean allows(Duration wait) {
        Duration left = left();
        return left == null || wait.compareTo(left) < 0;
    }

    /** Limits an attempt, up to the end of its response. A shorter call timeout of the HTTP client takes precedence. */
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

    /** Returns the reason why no further attempt is sent. */
    String over() {
        return "the total timeout of " + total + " leaves no time for it";
    }

    /** Returns the time that remains for the call, null if there is no limit. */
    @Nullable
    Duration left() {
        return total == null ? null : total.minusNanos(timing.nanos() - began);
    }
}
