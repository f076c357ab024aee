package io.github.domojvm.error;

import java.util.Optional;

/**
 * The service answered a call with an error. Subclasses stand for what callers tell apart; a status without a subclass
 * of its own comes as this class.
 */
public class DomoApiException extends DomoException {
    private static final long serialVersionUID = 1L;

    /** What is known of the call. */
    private final ApiFailure failure;

    /**
     * Creates an exception.
     *
     * @param failure what is known of the call
     * @param nextStep what the caller can do, a whole sentence
     */
    public DomoApiException(ApiFailure failure, String nextStep) {
        this(FailureReason.OTHER_STATUS, failure, nextStep);
    }

    DomoApiException(FailureReason reason, ApiFailure failure, String nextStep) {
        super(reason, failure.describe() + ". " + nextStep, "", failure.requestNotSent(), null);
        this.failure = failure;
    }

    /**
     * Returns all that is known of the call.
     *
     * @return the failure
     */
    public ApiFailure failure() {
        return failure;
    }

    /**
     * Returns the HTTP status of the last answer.
     *
     * @return the status
     */
    public int status() {
        return failure.status();
    }

    /**
     * Returns Domo's reference of the failed request; its support asks for it.
     *
     * @return the {@code toe} of the answer, empty when the service sent none
     */
    public Optional<String> traceId() {
        return Optional.ofNullable(failure.traceId());
    }
}
