package io.github.domojvm.internal.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ends the call that blocks this thread when its calls are cancelled or the thread is interrupted. A thread that waits
 * for a socket does not react to an interrupt, so the interrupt flag is read at intervals while the call is in flight.
 */
final class CallGuard {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final Timing timing;
    private final Runnable cancel;
    private final Thread thread = Thread.currentThread();
    private final Cancellation.@Nullable Registration registration;
    private Timing.@Nullable Scheduled next;
    private boolean ended;

    private CallGuard(Timing timing, @Nullable Cancellation cancellation, Runnable cancel) {
        this.timing = timing;
        this.cancel = cancel;
        this.registration = cancellation == null ? null : cancellation.whenAborted(cancel);
    }

    /** Begins to guard a call of this thread. */
    static CallGuard begin(Timing timing, Cancellation cancellation, Runnable cancel) {
        return new CallGuard(timing, cancellation, cancel).started();
    }

    /** Begins to guard a call of this thread, whose cancellation is registered elsewhere, against interrupts. */
    static CallGuard ofInterrupts(Timing timing, Runnable cancel) {
        return new CallGuard(timing, null, cancel).started();
    }

    private CallGuard started() {
        check();
        return this;
    }

    void end() {
        if (registration != null) {
            registration.close();
        }
        synchronized (this) {
            ended = true;
            if (next != null) {
                next.remove();
            }
        }
    }

    private void check() {
        synchronized (this) {
            if (ended) {
                return;
            }
            if (!thread.isInterrupted()) {
                next = timing.after(INTERVAL, this::check);
                return;
            }
        }
        cancel.run();
    }
}
