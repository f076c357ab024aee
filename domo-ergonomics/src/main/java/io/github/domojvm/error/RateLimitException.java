package io.github.domojvm.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service asks for fewer calls, and waiting as the retry policy allows did not help: status 429. */
public final class RateLimitException extends DomoApiException {
    private static final long serialVersionUID = 1L;

    /** How long the service asked to wait. */
    private final @Nullable Duration retryAfter;

    /**
     * Makes one.
     *
     * @param failure what is known of the call
     * @param retryAfter how long the service asked to wait, null when it did not say
     * @param nextStep what the caller can do, a whole sentence
     */
    public RateLimitException(ApiFailure failure, @Nullable Duration retryAfter, String nextStep) {
        super(FailureReason.RATE_LIMITED, failure, nextStep);
        this.retryAfter = retryAfter;
    }

    /**
     * Returns how long the service asked to wait, counted from its last answer.
     *
     * @return the time; empty when the service did not say
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
