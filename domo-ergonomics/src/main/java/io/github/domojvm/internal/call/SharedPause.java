package io.github.domojvm.internal.call;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Until when all calls of a client hold back, after the service asked for it: it counts them together. */
final class SharedPause {
    private final Timing timing;
    /** On the clock of {@link Timing}. */
    private final AtomicLong until;

    SharedPause(Timing timing) {
        this.timing = timing;
        this.until = new AtomicLong(timing.nanos());
    }

    void extend(Duration wait) {
        long end = timing.nanos() + wait.toNanos();
        until.accumulateAndGet(end, (a, b) -> a - b > 0 ? a : b);
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, until.get() - timing.nanos()));
    }
}
