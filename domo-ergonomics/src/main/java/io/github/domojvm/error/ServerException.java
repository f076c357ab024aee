package io.github.domojvm.error;

/** Thrown if the service fails to process a request: status 500 and above. */
public final class ServerException extends DomoApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param failure the details of the call
     * @param nextStep what the caller can do, a complete sentence
     */
    public ServerException(ApiFailure failure, String nextStep) {
        super(FailureReason.SERVER_ERROR, failure, nextStep);
    }
}
