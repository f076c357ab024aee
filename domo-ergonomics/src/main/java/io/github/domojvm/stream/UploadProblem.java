package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.FailureReason;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Why an upload was not committed, or why its outcome is unknown.
 *
 * @param reason the reason, for programs that branch on it
 * @param what what happened, in complete sentences
 * @param advice what to do next; may be empty
 * @param cause the underlying failure; null if there is none
 */
record UploadProblem(
        FailureReason reason,
        String what,
        String advice,
        @Nullable Throwable cause) {
    static UploadProblem of(Throwable e) {
        if (e instanceof UploadRefusedException refused) {
            // Programs need the exception of the failed call, not its explanation.
            Throwable cause = refused.getCause() == null ? refused : refused.getCause();
            return new UploadProblem(refused.reason, refused.problem, refused.advice, cause);
        }
        if (e instanceof DomoException failure) {
            return new UploadProblem(failure.reason(), failure.problem(), failure.advice(), e);
        }
        // The message of a foreign exception, such as that of an iterator, may be useless without the class name.
        return new UploadProblem(FailureReason.OTHER, e + ".", "", e);
    }

    static UploadProblem of(Verdict verdict) {
        if (verdict.invalidRows()) {
            return new UploadProblem(
                    FailureReason.ROWS_REFUSED,
                    verdict.reason(),
                    "To find the first invalid value, read the source with Rows.fromCsv(csv, schema, header) and the"
                            + " schema of the DataSet. Then fix the rows and upload again.",
                    verdict.cause());
        }
        FailureReason reason = verdict.cause() instanceof DomoException failure
                ? failure.reason()
                : verdict.cause() instanceof CancellationException ? FailureReason.STOPPED : FailureReason.OTHER;
        return new UploadProblem(reason, verdict.reason(), "", verdict.cause());
    }

    UploadProblem with(String more) {
        return new UploadProblem(reason, what + more, advice, cause);
    }

    /** Returns what happened and what to do next. */
    String text() {
        return advice.isEmpty() ? what : what + " " + advice;
    }
}
