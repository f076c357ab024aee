package io.github.domojvm.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The end of a call's time: of all its attempts together, and of each. */
final class Deadline {
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

    /** Tells whether there is time for a wait and something after it. */
    boolean allows(Duration wait) {
        Duration left = left();
        return left == null || wait.compareTo(left) < 0;
    }

    /** Bounds an attempt, from its sending to the end of its answer. */
    void bound(Call<?> call) {
        Duration left = left();
        Duration bound = left == null || (attempt != null && attempt.compareTo(left) < 0) ? attempt : left;
        if (bound != null) {
            var unused = call.timeout().timeout(Math.max(1, bound.toMillis()), TimeUnit.MILLISECONDS);
        }
    }

    private @Nullable Duration left() {
        return total == null ? null : total.minusNanos(timing.nanos() - began);
    }
}
