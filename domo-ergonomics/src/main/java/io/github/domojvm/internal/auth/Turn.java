package io.github.domojvm.internal.auth;

import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time request a token. Unlike the wait for a lock, the wait of another thread also ends when its
 * call is cancelled.
 */
final class Turn {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Timing timing;
    private boolean taken;
    private int waiting;

    Turn(Timing timing) {
        this.timing = timing;
    }

    /** Begins a request if no other thread has begun one. Returns whether it did. */
    boolean tryBegin() {
        lock.lock();
        try {
            boolean free = !taken;
            taken = true;
            return free;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins a request, after the requests of other threads.
     *
     * @param longest the maximum time to wait, null for no limit
     * @param cancellation ends the wait
     * @return whether the request has begun; false if the time has passed or the call was cancelled
     */
    boolean begin(@Nullable Duration longest, Cancellation cancellation) throws InterruptedException {
        long start = timing.nanos();
        long limit = longest == null ? Long.MAX_VALUE : Timing.nanosOf(longest);
        Timing.Scheduled alarm = longest == null ? () -> {} : timing.after(longest, this::wake);
        Cancellation.Registration wakes = cancellation.whenAborted(this::wake);
        try {
            return await(() -> timing.nanos() - start >= limit, cancellation);
        } finally {
            wakes.close();
            alarm.remove();
        }
    }

    private boolean await(BooleanSupplier isLate, Cancellation cancellation) throws InterruptedException {
        lock.lockInterruptibly();
        waiting++;
        try {
            while (taken && !isLate.getAsBoolean() && !cancellation.isCancelled()) {
                changed.await();
            }
            boolean free = !taken && !cancellation.isCancelled();
            taken |= free;
            return free;
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            taken = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the number of threads that wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
