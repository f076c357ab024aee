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
    /** The advice if the failure is one of the program or of its machine. */
    static final String FIX_THE_CAUSE = "Fix the cause and upload again.";

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
        return new UploadProblem(FailureReason.OTHER, e + ".", FIX_THE_CAUSE, e);
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
        boolean endedByService = verdict.kind() == Verdict.Kind.REFUSED && verdict.cause() == null;
        String advice = endedByService
                ? "Make sure that only one program at a time uploads to this Stream, and upload again."
                : "";
        return new UploadProblem(reason, verdict.reason(), advice, verdict.cause());
    }

    UploadProblem with(String more) {
        return new UploadProblem(reason, what + more, advice, cause);
    }

    /** Returns what happened and what to do next. */
    String text() {
        return advice.isEmpty() ? what : what + " " + advice;
    }
}
