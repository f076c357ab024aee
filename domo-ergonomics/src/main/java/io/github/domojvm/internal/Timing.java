package io.github.domojvm.internal;

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
            // Told apart by the caller: a cancelled wait just ends early.
            boolean ignored = cancellation.await(wait);
        }
    };

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
