package io.github.domojvm.error;

/** The service accepts no token of these credentials, even a fresh one: status 401, or what stands for it. */
public final class AuthenticationException extends DomoApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param failure what is known of the call
     * @param nextStep what the caller can do, a whole sentence
     */
    public AuthenticationException(ApiFailure failure, String nextStep) {
        super(FailureReason.NOT_AUTHENTICATED, failure, nextStep);
    }
}
