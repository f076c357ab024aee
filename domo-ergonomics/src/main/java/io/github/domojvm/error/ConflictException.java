package io.github.domojvm.error;

/** The call contradicts the state of the object: status 409. */
public final class ConflictException extends DomoApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param failure what is known of the call
     * @param nextStep what the caller can do, a whole sentence
     */
    public ConflictException(ApiFailure failure, String nextStep) {
        super(FailureReason.CONFLICT, failure, nextStep);
    }
}
