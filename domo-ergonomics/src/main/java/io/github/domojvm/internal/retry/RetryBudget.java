package io.github.domojvm.internal.retry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits the repetitions of all calls of a client together. A service that fails for all would otherwise get each call
 * several times, when it can bear it least. Safe for use by several threads.
 */
public final class RetryBudget {
    private static final int UNITS_PER_RETRY = 5;

    private final int capacity;
    private final AtomicInteger units;

    /**
     * Makes a full one.
     *
     * @param retries how many repetitions it allows before a success must give some back
     */
    public RetryBudget(int retries) {
        this.capacity = retries * UNITS_PER_RETRY;
        this.units = new AtomicInteger(capacity);
    }

    /**
     * Takes what one repetition costs.
     *
     * @return whether there was enough
     */
    public boolean tryTake() {
        int before = units.getAndUpdate(left -> left < UNITS_PER_RETRY ? left : left - UNITS_PER_RETRY);
        return before >= UNITS_PER_RETRY;
    }

    /**
     * Gives back what the call took last when it succeeded after a repetition, or a fifth of a repetition when it
     * succeeded at once.
     *
     * @param afterRetry whether the call had been repeated
     */
    public void succeeded(boolean afterRetry) {
        int back = afterRetry ? UNITS_PER_RETRY : 1;
        units.updateAndGet(left -> Math.min(capacity, left + back));
    }
}
