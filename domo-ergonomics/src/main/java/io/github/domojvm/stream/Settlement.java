package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.rest.model.ExecutionState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends an execution whose commit was rejected or failed: aborts it and reads its final state. */
final class Settlement {
    private Settlement() {}

    /**
     * Aborts the execution and reads its final state. Only {@code ABORTED} and {@code INVALID} prove that its rows will
     * never be in the DataSet.
     *
     * @param cause the failure of the commit; null if the execution is in a state that is not documented as final
     */
    static Verdict of(StreamCalls service, long executionId, ExecutionPoller watch, @Nullable DomoException cause) {
        Abort abort = Abort.of(service, executionId);
        String note = abort.note();
        DomoException failure = cause == null ? abort.failure() : suppressing(cause, abort.failure());
        try {
            ExecutionState state = abort.state();
            return (state == null ? watch.await(Duration.ZERO) : watch.verdict(state))
                    .filter(ended -> ended.kind() != Verdict.Kind.FAILED)
                    .orElseGet(() -> unknown(executionId, note, failure));
        } catch (DomoException e) {
            return unknown(executionId, note, failure == null ? e : suppressing(failure, e));
        }
    }

    private static Verdict unknown(long executionId, String note, @Nullable DomoException cause) {
        return Verdict.unknown(
                (cause == null ? "" : cause.getMessage() + " ") + "Execution " + executionId
                        + " is neither ABORTED nor INVALID nor SUCCESS." + note,
                cause);
    }

    private static DomoException suppressing(DomoException first, @Nullable DomoException second) {
        if (second != null) {
            Failures.suppress(first, second);
        }
        return first;
    }
}
