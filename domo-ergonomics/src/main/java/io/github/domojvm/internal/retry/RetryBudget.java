package io.github.domojvm.internal.retry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits the retries of all calls of a client together. Without the limit, a service that is failing would receive each
 * call several times. Safe for use by several threads.
 */
public final class RetryBudget {
    private static final int UNITS_PER_RETRY = 5;

    private final int capacity;
    private final AtomicInteger units;

    /**
     * Creates a full budget.
     *
     * @param retries the number of retries that are allowed before successful calls refill the budget
     */
    public RetryBudget(int retries) {
        this.capacity = retries * UNITS_PER_RETRY;
        this.units = new AtomicInteger(capacity);
    }

    /**
     * Deducts the cost of one retry.
     *
     * @return whether the budget was sufficient
     */
    public boolean tryTake() {
        int before = units.getAndUpdate(left -> left < UNITS_PER_RETRY ? left : left - UNITS_PER_RETRY);
        return before >= UNITS_PER_RETRY;
    }

    /**
     * Refills the budget after a successful call: with the cost of one retry if the call was retried, otherwise with a
     * fifth of it.
     *
     * @param afterRetry whether the call was retried
     */
    public void succeeded(boolean afterRetry) {
        int back = afterRetry ? UNITS_PER_RETRY : 1;
        units.updateAndGet(left -> Math.min(capacity, left + back));
    }
}
