package io.github.domojvm.error;

/** Thrown if a request conflicts with the state of the object: status 409. */
public final class ConflictException extends DomoApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param failure the details of the call
     * @param nextStep what the caller can do, a complete sentence
     */
    public ConflictException(ApiFailure failure, String nextStep) {
        super(FailureReason.CONFLICT, failure, nextStep);
    }
}
