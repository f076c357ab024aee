package io.github.domojvm.internal.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Call;

/** Ends a group of calls from another thread: those in flight are cut, waits end, none is sent again. */
public final class Cancellation {
    private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final Set<Call<?>> inFlight = ConcurrentHashMap.newKeySet();

    private final boolean cutsCalls;

    /** Makes one that cuts the calls in flight. */
    public Cancellation() {
        this(true);
    }

    private Cancellation(boolean cutsCalls) {
        this.cutsCalls = cutsCalls;
    }

    /**
     * Makes one that ends waits and keeps calls from being sent, but never cuts one that is on its way.
     *
     * @return the cancellation
     */
    public static Cancellation ofWaits() {
        return new Cancellation(false);
    }

    /** Cancels; further times do nothing. */
    public void cancel() {
        cancelled.countDown();
        inFlight.forEach(Cancellation::cut);
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
        return cancelled.await(Timing.nanosOf(wait), TimeUnit.NANOSECONDS);
    }

    void add(Call<?> call) {
        if (!cutsCalls) {
            return;
        }
        inFlight.add(call);
        // Cancelled in between: the call would have been missed.
        if (isCancelled()) {
            cut(call);
        }
    }

    /** What a user's event listener throws must not keep the other calls from being cut. */
    private static void cut(Call<?> call) {
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
