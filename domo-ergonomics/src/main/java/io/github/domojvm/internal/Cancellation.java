package io.github.domojvm.internal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import retrofit2.Call;

/** Ends a group of calls from another thread: those in flight are cut, waits end, none is sent again. */
public final class Cancellation {
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final Set<Call<?>> inFlight = ConcurrentHashMap.newKeySet();

    /** Cancels; further times do nothing. */
    public void cancel() {
        cancelled.countDown();
        inFlight.forEach(Call::cancel);
    }

    /**
     * Tells whether it was cancelled.
     *
     * @return true from the first {@link #cancel()} on
     */
    public boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /**
     * Waits, for so long or until cancelled.
     *
     * @param wait how long
     * @return whether it was cancelled
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean await(Duration wait) throws InterruptedException {
        return cancelled.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    void add(Call<?> call) {
        inFlight.add(call);
        // Cancelled in between: the call would have been missed.
        if (isCancelled()) {
            call.cancel();
        }
    }

    void remove(Call<?> call) {
        inFlight.remove(call);
    }
}
