package io.github.domojvm.internal.retry;

import io.github.domojvm.retry.RetryPolicy;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Computes the wait before a retry: a random time between zero and a bound that doubles with each failure ("full
 * jitter"), so that clients that failed at the same time do not retry at the same time.
 */
public final class Backoff {
    private final RetryPolicy policy;
    private final RandomGenerator random;

    /**
     * Creates a backoff.
     *
     * @param policy the bounds
     * @param random the source of the jitter
     */
    public Backoff(RetryPolicy policy, RandomGenerator random) {
        this.policy = policy;
        this.random = random;
    }

    /**
     * Returns a random wait.
     *
     * @param failures the number of failed attempts of the call, from 1
     * @param throttled whether the service limited the rate of calls
     * @return the time to wait
     */
    public Duration delay(int failures, boolean throttled) {
        Duration base = throttled ? policy.throttledBaseDelay() : policy.baseDelay();
        long max = policy.maxDelay().toMillis();
        // The shift is limited so that it cannot overflow.
        long bound = Math.min(max, base.toMillis() << Math.min(failures - 1, 20));
        return Duration.ofMillis(bound <= 0 ? 0 : random.nextLong(bound + 1));
    }
}
