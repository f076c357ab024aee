package io.github.domojvm.internal.call;

import java.time.Duration;

/** The passing of time, so that tests of waiting need not wait. */
public interface Timing {
    /** The machine's own monotonic clock; a changed wall clock does not disturb it. */
    Timing SYSTEM = new Timing() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration wait, Cancellation cancellation) throws InterruptedException {
            // A cancelled wait ends early; the caller checks for that.
            cancellation.await(wait);
        }
    };

    /**
     * Turns a duration into nanoseconds; one too long for them, such as "for ever", into some 146 years.
     *
     * @param duration the duration
     * @return nanoseconds, small enough to be added to a clock's reading
     */
    static long nanosOf(Duration duration) {
        Duration longest = Duration.ofNanos(Long.MAX_VALUE / 2);
        return (duration.compareTo(longest) < 0 ? duration : longest).toNanos();
    }

    /**
     * Reads the clock.
     *
     * @return nanoseconds since some fixed point
     */
    long nanos();

    /**
     * Waits, for so long or until cancelled.
     *
     * @param wait how long
     * @param cancellation ends the wait early
     * @throws InterruptedException when the thread is interrupted
     */
    void sleep(Duration wait, Cancellation cancellation) throws InterruptedException;
}
