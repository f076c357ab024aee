package io.github.domojvm.internal.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels a group of calls from another thread: calls in flight are aborted, waits end, and no call is retried. This
 * includes the token requests that the calls need. Safe for use by several threads.
 */
public final class Cancellation {
    private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);

    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final CountDownLatch due = new CountDownLatch(1);
    private final Set<Registration> actions = ConcurrentHashMap.newKeySet();
    private final String reason;
    private final Timing timing;
    private final Duration grace;

    /** Creates a cancellation that aborts calls in flight immediately. */
    public Cancellation() {
        this("");
    }

    /**
     * Creates a cancellation that aborts calls in flight immediately.
     *
     * @param reason why the calls are cancelled, as a clause for messages; may be empty
     */
    public Cancellation(String reason) {
        this(reason, Timing.SYSTEM, Duration.ZERO);
    }

    private Cancellation(String reason, Timing timing, Duration grace) {
        this.reason = reason;
        this.timing = timing;
        this.grace = grace;
    }

    /**
     * Creates a cancellation that ends waits and prevents further attempts immediately, but aborts calls in flight only
     * after a time.
     *
     * @param timing measures the time
     * @param grace the time
     * @return the cancellation
     */
    public static Cancellation withGrace(Timing timing, Duration grace) {
        return new Cancellation("", timing, grace);
    }

    /** Cancels the calls. Further invocations have no effect. */
    public void cancel() {
        synchronized (this) {
            if (isCancelled()) {
                return;
            }
            cancelled.countDown();
        }
        if (grace.isZero()) {
            abortCalls();
        } else {
            timing.after(grace, this::abortCalls);
        }
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

    /**
     * Adds an action that runs once when calls in flight are aborted; immediately if they already were.
     *
     * @param action ends a blocked thread; must not block
     * @return removes the action when it is closed
     */
    public Registration whenAborted(Runnable action) {
        Registration registration = new Registration(action);
        actions.add(registration);
        // If the calls were aborted just before the action was added, that has missed this action.
        if (due.getCount() == 0) {
            registration.run();
        }
        return registration;
    }

    /** Returns the reason as the end of a sentence: empty, or a text that begins with a space. */
    String because() {
        return reason.isEmpty() ? "" : " because " + reason;
    }

    private void abortCalls() {
        due.countDown();
        actions.forEach(Registration::run);
    }

    /** An action of a cancellation. */
    public final class Registration implements AutoCloseable {
        private final Runnable action;

        private Registration(Runnable action) {
            this.action = action;
        }

        /** An exception from a user's event listener must not prevent the other calls from being aborted. */
        private void run() {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.warn("Cancelling a call failed", e);
            }
        }

        /** Removes the action. */
        @Override
        public void close() {
            actions.remove(this);
        }
    }
}
