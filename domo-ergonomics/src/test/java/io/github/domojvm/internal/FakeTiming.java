package io.github.domojvm.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody sleeps. */
public final class FakeTiming implements Timing {
    private final List<Duration> slept = new ArrayList<>();
    private long now = Long.MAX_VALUE - 1_000_000_000L; // so that it overflows soon, as a real nanosecond clock may

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration wait, Cancellation cancellation) {
        slept.add(wait);
        now += wait.toNanos();
    }

    public synchronized void pass(Duration time) {
        now += time.toNanos();
    }

    public synchronized List<Duration> slept() {
        return List.copyOf(slept);
    }
}
