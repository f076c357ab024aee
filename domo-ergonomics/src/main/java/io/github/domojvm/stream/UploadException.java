package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.FailureReason;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if an upload was not committed, its row count differs from the expected one, or its outcome is unknown.
 * {@link #result()} has the outcome. The cause is the failure that ended the upload; a failed abort is a suppressed
 * exception.
 */
public final class UploadException extends DomoException {
    private static final long serialVersionUID = 1L;

    /** The result of the upload. */
    private final UploadResult result;

    UploadException(
            FailureReason reason, String problem, String advice, UploadResult result, @Nullable Throwable cause) {
        super(reason, problem, advice, false, cause);
        this.result = result;
    }

    /**
     * Returns the result of the upload.
     *
     * @return the result, with the outcome {@link UploadOutcome#NOT_COMMITTED},
     *     {@link UploadOutcome#COMMITTED_MISMATCH} or {@link UploadOutcome#UNKNOWN}
     */
    public UploadResult result() {
        return result;
    }
}
