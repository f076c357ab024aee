package io.github.domojvm.internal.call;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The clock, the waits and the alarms, replaceable so that tests do not have to wait. */
public interface Timing {
    /** The monotonic clock of the machine, which is independent of the wall clock. */
    Timing SYSTEM = new Timing() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration wait, Cancellation cancellation) throws InterruptedException {
            // A cancelled wait ends early. The caller checks for this.
            cancellation.await(wait);
        }
    };

    /**
     * Converts a duration to nanoseconds, limited to about 146 years.
     *
     * @param duration the duration
     * @return nanoseconds, small enough to be added to the value of a clock
     */
    static long nanosOf(Duration duration) {
        Duration longest = Duration.ofNanos(Long.MAX_VALUE / 2);
        return (duration.compareTo(longest) < 0 ? duration : longest).toNanos();
    }

    /**
     * Reads the clock.
     *
     * @return nanoseconds since a fixed point in time
     */
    long nanos();

    /**
     * Waits until the time has passed or the calls are cancelled.
     *
     * @param wait the time to wait
     * @param cancellation ends the wait early
     * @throws InterruptedException if the thread is interrupted
     */
    void sleep(Duration wait, Cancellation cancellation) throws InterruptedException;

    /**
     * Acquires permits, but does not wait longer than the given time.
     *
     * @param permits the permits
     * @param count the number of permits to acquire
     * @param longest the maximum time to wait
     * @return whether the permits were acquired
     * @throws InterruptedException if the thread is interrupted
     */
    default boolean acquire(Semaphore permits, int count, Duration longest) throws InterruptedException {
        return permits.tryAcquire(count, nanosOf(longest), TimeUnit.NANOSECONDS);
    }

    /**
     * Runs an action on another thread after a time.
     *
     * @param wait the time
     * @param action the action; must not block
     * @return removes the action
     */
    default Scheduled after(Duration wait, Runnable action) {
        return Alarm.after(wait, action);
    }

    /** An action that runs later. */
    @FunctionalInterface
    interface Scheduled {
        /** Removes the action unless it has started. */
        void remove();
    }
}
