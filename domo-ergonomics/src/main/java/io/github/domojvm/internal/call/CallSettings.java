package io.github.domojvm.internal.call;

import io.github.domojvm.rest.api.Retry;
import io.github.domojvm.retry.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How calls are made.
 *
 * @param policy how often and how patiently to retry
 * @param attemptTimeout how long one attempt may take, null without bound
 * @param totalTimeout how long all attempts of a call and the waits between may take, null without bound
 * @param purpose what the calls are for
 */
public record CallSettings(
        RetryPolicy policy,
        @Nullable Duration attemptTimeout,
        @Nullable Duration totalTimeout,
        Purpose purpose) {
    /** What calls are for: their number of attempts and their patience depend on it, never what may be retried. */
    public enum Purpose {
        /** A call of the caller's. */
        CALL,
        /** The token that another call needs: few attempts, since everything else waits for it. */
        TOKEN,
        /** Cleaning up after a failure: few attempts, and no long wait, whatever the service asks. */
        CLEANUP
    }

    /**
     * Creates settings for the calls of a caller, without timeouts.
     *
     * @param policy the policy
     */
    public CallSettings(RetryPolicy policy) {
        this(policy, null, null, Purpose.CALL);
    }

    /**
     * Returns settings whose total timeout is no longer than the time that is left.
     *
     * @param left the time that is left
     * @return the settings
     */
    public CallSettings within(Duration left) {
        boolean shorter = totalTimeout == null || left.compareTo(totalTimeout) < 0;
        return shorter ? new CallSettings(policy, attemptTimeout, left, purpose) : this;
    }

    /**
     * Returns the same settings for another purpose.
     *
     * @param other the purpose
     * @return the settings
     */
    public CallSettings with(Purpose other) {
        return new CallSettings(policy, attemptTimeout, totalTimeout, other);
    }

    /** Returns the number of attempts that a call may take. */
    int attempts(Retry.Mode mode) {
        if (purpose != Purpose.CALL) {
            return policy.unsentAttempts();
        }
        return switch (mode) {
            case SAFE, IDEMPOTENT, DELETE -> policy.readAttempts();
            case PART -> policy.partAttempts();
            case UNSENT_ONLY -> policy.unsentAttempts();
        };
    }
}
