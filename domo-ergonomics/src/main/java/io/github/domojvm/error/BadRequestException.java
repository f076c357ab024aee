package io.github.domojvm.error;

/** The service understood the call and refused its content: status 400. */
public final class BadRequestException extends DomoApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param failure what is known of the call
     * @param nextStep what the caller can do, a whole sentence
     */
    public BadRequestException(ApiFailure failure, String nextStep) {
        super(FailureReason.BAD_REQUEST, failure, nextStep);
    }
}
