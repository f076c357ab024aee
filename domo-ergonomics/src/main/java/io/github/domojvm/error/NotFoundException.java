package io.github.domojvm.error;

/** Thrown if the object does not exist or is not visible to the client: status 404 or an equivalent. */
public final class NotFoundException extends DomoApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param failure the details of the call
     * @param nextStep what the caller can do, a complete sentence
     */
    public NotFoundException(ApiFailure failure, String nextStep) {
        super(FailureReason.NOT_FOUND, failure, nextStep);
    }
}
