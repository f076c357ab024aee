package io.github.domojvm.internal.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that advances only during a sleep or by {@link #pass}. */
public class FakeTiming implements Timing {
    private final List<Duration> slept = new ArrayList<>();
    private SleepAction action = () -> {};
    private static final long START = Long.MAX_VALUE - 1_000_000_000L; // overflows soon, as System.nanoTime() may
    private long now = START;

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public void sleep(Duration wait, Cancellation cancellation) throws InterruptedException {
        SleepAction current;
        synchronized (this) {
            slept.add(wait);
            now += wait.toNanos();
            current = action;
        }
        current.run();
    }

    /** Runs no action, since no real time passes. */
    @Override
    public Scheduled after(Duration wait, Runnable later) {
        return () -> {};
    }

    /** Sets an action that runs during each sleep. */
    public synchronized void onSleep(SleepAction newAction) {
        this.action = newAction;
    }

    /** An action during a sleep. */
    @FunctionalInterface
    public interface SleepAction {
        void run() throws InterruptedException;
    }

    public synchronized void pass(Duration time) {
        now += time.toNanos();
    }

    /** Returns a wall clock that advances with this clock, for a server that shares the time of the client. */
    public Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.parse("2026-01-01T00:00:00Z").plusNanos(nanos() - START);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    public synchronized List<Duration> slept() {
        return List.copyOf(slept);
    }
}
