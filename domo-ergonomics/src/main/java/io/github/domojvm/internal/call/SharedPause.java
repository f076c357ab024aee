package io.github.domojvm.internal.call;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The time until which all calls of a client pause after throttling. The service limits their rate together. */
final class SharedPause {
    private final Timing timing;
    /** The end of the pause, on the clock of {@link Timing}. */
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
