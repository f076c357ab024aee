package io.github.domojvm.error;

/** Thrown if the service rejects the content of a request: status 400. */
public final class BadRequestException extends DomoApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param failure the details of the call
     * @param nextStep what the caller can do, a complete sentence
     */
    public BadRequestException(ApiFailure failure, String nextStep) {
        super(FailureReason.BAD_REQUEST, failure, nextStep);
    }
}
