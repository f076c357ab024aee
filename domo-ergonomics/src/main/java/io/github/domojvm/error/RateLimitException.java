package io.github.domojvm.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown if the service limits the rate of requests and the retry policy permits no further attempt: status 429. */
public final class RateLimitException extends DomoApiException {
    private static final long serialVersionUID = 1L;

    /** The wait that the service requested. */
    private final @Nullable Duration retryAfter;

    /**
     * Creates an exception.
     *
     * @param failure the details of the call
     * @param retryAfter the wait that the service requested; null if the response specifies none
     * @param nextStep what the caller can do, a complete sentence
     */
    public RateLimitException(ApiFailure failure, @Nullable Duration retryAfter, String nextStep) {
        super(FailureReason.RATE_LIMITED, failure, nextStep);
        this.retryAfter = retryAfter;
    }

    /**
     * Returns the wait that the service requested, counted from its last response.
     *
     * @return the duration; empty if the response specifies none
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
