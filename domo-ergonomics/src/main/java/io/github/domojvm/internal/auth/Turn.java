package io.github.domojvm.internal.auth;

import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time request a token. Unlike the wait for a lock, the wait of another thread also ends when its
 * call is cancelled.
 */
final class Turn {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean taken;
    private int waiting;

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
        Cancellation.Registration wakes = cancellation.whenAborted(this::wake);
        try {
            return await(longest, cancellation);
        } finally {
            wakes.close();
        }
    }

    private boolean await(@Nullable Duration longest, Cancellation cancellation) throws InterruptedException {
        lock.lockInterruptibly();
        waiting++;
        try {
            long left = longest == null ? Long.MAX_VALUE : Timing.nanosOf(longest);
            while (taken && left > 0 && !cancellation.isCancelled()) {
                left = awaitChange(left);
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

    @SuppressWarnings("WaitNotInLoop") // the caller has the loop
    private long awaitChange(long nanos) throws InterruptedException {
        if (nanos == Long.MAX_VALUE) {
            changed.await();
            return nanos;
        }
        return changed.awaitNanos(nanos);
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
