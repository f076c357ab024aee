package io.github.domojvm.stream;

import io.github.domojvm.internal.call.Timing;
import java.time.Duration;

/** Measures the time between consecutive laps. */
final class Stopwatch {
    private final Timing timing;
    private long last;

    Stopwatch(Timing timing) {
        this.timing = timing;
        this.last = timing.nanos();
    }

    Duration lap() {
        long now = timing.nanos();
        Duration lap = Duration.ofNanos(now - last);
        last = now;
        return lap;
    }
}
