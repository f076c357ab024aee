package io.github.domojvm.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody sleeps. */
public final class FakeTiming implements Timing {
    private final List<Duration> slept = new ArrayList<>();
    private Asleep asleep = () -> {};
    private long now = Long.MAX_VALUE - 1_000_000_000L; // so that it overflows soon, as a real nanosecond clock may

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

    public synchronized List<Duration> slept() {
        return List.copyOf(slept);
    }
}
