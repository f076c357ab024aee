package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.FailureReason;
import org.jspecify.annotations.Nullable;

/**
 * An upload that did not end well: nothing was committed, the rows do not add up, or it is unknown. {@link #result()}
 * tells which; what led to it is the cause, and a failed abort is among the suppressed.
 */
public final class UploadException extends DomoException {
    private static final long serialVersionUID = 1L;

    /** How the upload ended. */
    private final UploadResult result;

    UploadException(
            FailureReason reason, String problem, String advice, UploadResult result, @Nullable Throwable cause) {
        super(reason, problem, advice, false, cause);
        this.result = result;
    }

    /**
     * Returns how the upload ended.
     *
     * @return the outcome {@link UploadOutcome#NOT_COMMITTED}, {@link UploadOutcome#COMMITTED_MISMATCH} or
     *     {@link UploadOutcome#UNKNOWN}, and what is known beside it
     */
    public UploadResult result() {
        return result;
    }
}
