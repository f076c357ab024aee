package io.github.domojvm.error;

/** There is no such object, or the credentials cannot see it: status 404, or what stands for it. */
public final class NotFoundException extends DomoApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param failure what is known of the call
     * @param nextStep what the caller can do, a whole sentence
     */
    public NotFoundException(ApiFailure failure, String nextStep) {
        super(FailureReason.NOT_FOUND, failure, nextStep);
    }
}
