package io.github.domojvm.internal.call;

import io.github.domojvm.rest.api.Retry;
import io.github.domojvm.retry.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of calls.
 *
 * @param policy the number of attempts and the waits between them
 * @param attemptTimeout the maximum duration of one attempt, null for no limit
 * @param totalTimeout the maximum duration of all attempts of a call and the waits between them, null for no limit
 * @param purpose the purpose of the calls
 */
public record CallSettings(
        RetryPolicy policy,
        @Nullable Duration attemptTimeout,
        @Nullable Duration totalTimeout,
        Purpose purpose) {
    /** The purpose of calls. It affects the number of attempts and the length of waits, never what may be retried. */
    public enum Purpose {
        /** A call that the application makes. */
        CALL,
        /** A request for the token that another call needs: few attempts, since other calls wait for it. */
        TOKEN,
        /** Cleaning up after a failure: few attempts and only short waits, even if the service requests longer ones. */
        CLEANUP
    }

    /**
     * Creates settings for the calls of an application, without timeouts.
     *
     * @param policy the policy
     */
    public CallSettings(RetryPolicy policy) {
        this(policy, null, null, Purpose.CALL);
    }

    /**
     * Returns settings whose total timeout is at most the remaining time.
     *
     * @param left the remaining time
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

    /** Returns the maximum number of attempts of a call. */
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
