package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.FailureReason;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the journal of an upload cannot be used: it does not exist, is damaged, in use, or belongs to a Stream of
 * another Domo instance. The upload that it reports is not changed.
 */
public final class JournalException extends DomoException {
    private static final long serialVersionUID = 1L;

    JournalException(UploadRefusedException refused) {
        this(refused.reason, refused.problem, refused.advice, refused.getCause());
    }

    private JournalException(FailureReason reason, String problem, String advice, @Nullable Throwable cause) {
        super(reason, problem, advice, false, cause);
    }
}
