package io.github.domojvm.internal.retry;

import io.github.domojvm.retry.RetryPolicy;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Draws how long to wait before a call is sent again: evenly between zero and a bound that doubles each time ("full
 * jitter"), so that clients that failed together do not return together.
 */
public final class Backoff {
    private final RetryPolicy policy;
    private final RandomGenerator random;

    /**
     * Makes one.
     *
     * @param policy the bounds
     * @param random the source of the jitter
     */
    public Backoff(RetryPolicy policy, RandomGenerator random) {
        this.policy = policy;
        this.random = random;
    }

    /**
     * Draws a wait.
     *
     * @param failures how often the call has failed, from 1
     * @param throttled whether the service asked for fewer calls
     * @return the time to wait
     */
    public Duration delay(int failures, boolean throttled) {
        Duration base = throttled ? policy.throttledBaseDelay() : policy.baseDelay();
        long max = policy.maxDelay().toMillis();
        // The bound is reached long before a shift of 20 could overflow.
        long bound = Math.min(max, base.toMillis() << Math.min(failures - 1, 20));
        return Duration.ofMillis(bound <= 0 ? 0 : random.nextLong(bound + 1));
    }
}
