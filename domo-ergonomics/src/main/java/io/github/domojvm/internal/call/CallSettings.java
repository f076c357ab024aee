package io.github.domojvm.internal.call;

import io.github.domojvm.retry.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How calls are made.
 *
 * @param policy how often and how patiently to repeat
 * @param attemptTimeout how long one attempt may take, null without bound
 * @param totalTimeout how long all attempts of a call and the waits between may take, null without bound
 */
public record CallSettings(
        RetryPolicy policy,
        @Nullable Duration attemptTimeout,
        @Nullable Duration totalTimeout) {
    /**
     * Takes no bound but the policy.
     *
     * @param policy the policy
     */
    public CallSettings(RetryPolicy policy) {
        this(policy, null, null);
    }

    /**
     * Returns settings whose total timeout is no longer than the time that is left.
     *
     * @param left the time that is left
     * @return the settings
     */
    public CallSettings within(Duration left) {
        boolean shorter = totalTimeout == null || left.compareTo(totalTimeout) < 0;
        return shorter ? new CallSettings(policy, attemptTimeout, left) : this;
    }
}
