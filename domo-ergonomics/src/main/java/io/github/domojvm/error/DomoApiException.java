package io.github.domojvm.error;

import java.util.Optional;

/**
 * Thrown if a call returns an error status. Subclasses represent the statuses that callers handle differently; any
 * other status is reported as this class.
 */
public class DomoApiException extends DomoException {
    private static final long serialVersionUID = 1L;

    /** The details of the call. */
    private final ApiFailure failure;

    /**
     * Creates an exception.
     *
     * @param failure the details of the call
     * @param nextStep what the caller can do, a complete sentence
     */
    public DomoApiException(ApiFailure failure, String nextStep) {
        this(FailureReason.OTHER_STATUS, failure, nextStep);
    }

    DomoApiException(FailureReason reason, ApiFailure failure, String nextStep) {
        super(reason, failure.describe() + ". " + nextStep, "", failure.requestNotSent(), null);
        this.failure = failure;
    }

    /**
     * Returns the details of the call.
     *
     * @return the details
     */
    public ApiFailure failure() {
        return failure;
    }

    /**
     * Returns the HTTP status of the last response.
     *
     * @return the status
     */
    public int status() {
        return failure.status();
    }

    /**
     * Returns the trace id of the failed request, which Domo's support needs.
     *
     * @return the {@code toe} of the response; empty if the response has none
     */
    public Optional<String> traceId() {
        return Optional.ofNullable(failure.traceId());
    }
}
