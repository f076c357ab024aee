package io.github.domojvm.error;

/** The service failed on its own side: status 500 and above. */
public final class ServerException extends DomoApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param failure what is known of the call
     * @param nextStep what the caller can do, a whole sentence
     */
    public ServerException(ApiFailure failure, String nextStep) {
        super(FailureReason.SERVER_ERROR, failure, nextStep);
    }
}
