package io.github.domojvm.stream;

import io.github.domojvm.error.FailureReason;
import org.jspecify.annotations.Nullable;

/** Ends an upload that must not continue. The caller receives it as an {@link UploadException}. */
final class UploadRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final FailureReason reason;
    final String problem;
    final String advice;

    UploadRefusedException(FailureReason reason, String problem, String advice) {
        this(reason, problem, advice, null);
    }

    UploadRefusedException(FailureReason reason, String problem, String advice, @Nullable Throwable cause) {
        super(problem + " " + advice, cause);
        this.reason = reason;
        this.problem = problem;
        this.advice = advice;
    }
}
