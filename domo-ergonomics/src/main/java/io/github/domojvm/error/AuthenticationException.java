package io.github.domojvm.error;

/** Thrown if the service rejects the credentials, or a new token of these credentials: status 401 or an equivalent. */
public final class AuthenticationException extends DomoApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param failure the details of the call
     * @param nextStep what the caller can do, a complete sentence
     */
    public AuthenticationException(ApiFailure failure, String nextStep) {
        super(FailureReason.NOT_AUTHENTICATED, failure, nextStep);
    }
}
