package io.github.domojvm.internal.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody sleeps. */
public final class FakeTiming implements Timing {
    private final List<Duration> slept = new ArrayList<>();
    private Asleep asleep = () -> {};
    private static final long START = Long.MAX_VALUE - 1_000_000_000L; // overflows soon, as a real nanosecond clock may
    private long now = START;

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public void sleep(Duration wait, Cancellation cancellation) throws InterruptedException {
        Asleep whatHappens;
        synchronized (this) {
            slept.add(wait);
            now += wait.toNanos();
            whatHappens = asleep;
        }
        whatHappens.happen();
    }

    /** Says what happens while somebody sleeps. */
    public synchronized void onSleep(Asleep happening) {
        this.asleep = happening;
    }

    /** Something that happens meanwhile. */
    @FunctionalInterface
    public interface Asleep {
        void happen() throws InterruptedException;
    }

    public synchronized void pass(Duration time) {
        now += time.toNanos();
    }

    /** A wall clock that passes with this time, for a server that is to agree with the client about it. */
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
