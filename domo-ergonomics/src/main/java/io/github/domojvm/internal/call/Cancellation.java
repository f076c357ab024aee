package io.github.domojvm.internal.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Call;

/** Cancels a group of calls from another thread: calls in flight are aborted, waits end, and no call is retried. */
public final class Cancellation {
    private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final Set<Call<?>> inFlight = ConcurrentHashMap.newKeySet();

    private final boolean abortsCalls;

    /** Creates a cancellation that aborts the calls in flight. */
    public Cancellation() {
        this(true);
    }

    private Cancellation(boolean abortsCalls) {
        this.abortsCalls = abortsCalls;
    }

    /**
     * Creates a cancellation that ends waits and prevents further attempts, but does not abort calls in flight.
     *
     * @return the cancellation
     */
    public static Cancellation ofWaits() {
        return new Cancellation(false);
    }

    /** Cancels the calls. Further invocations have no effect. */
    public void cancel() {
        cancelled.countDown();
        inFlight.forEach(Cancellation::abort);
    }

    /**
     * Returns whether {@link #cancel()} has been called.
     *
     * @return true after the first {@link #cancel()}
     */
    public boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /**
     * Waits until the time has passed or the calls are cancelled.
     *
     * @param wait the time to wait
     * @return whether the calls were cancelled
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean await(Duration wait) throws InterruptedException {
        return cancelled.await(Timing.nanosOf(wait), TimeUnit.NANOSECONDS);
    }

    void add(Call<?> call) {
        if (!abortsCalls) {
            return;
        }
        inFlight.add(call);
        // If cancel() ran just before the call was added, it has missed this call.
        if (isCancelled()) {
            abort(call);
        }
    }

    /** An exception from a user's event listener must not prevent the other calls from being aborted. */
    private static void abort(Call<?> call) {
        try {
            call.cancel();
        } catch (RuntimeException e) {
            LOG.warn("Cancelling a call failed", e);
        }
    }

    void remove(Call<?> call) {
        inFlight.remove(call);
    }
}
