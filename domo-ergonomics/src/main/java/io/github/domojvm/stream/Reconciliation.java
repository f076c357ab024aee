package io.github.domojvm.stream;

import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import java.time.Duration;

/** Determines the outcome of an upload whose end is not known. */
final class Reconciliation {
    private final StreamCalls service;
    private final Timing timing;
    private boolean conclusive;

    Reconciliation(StreamCalls service, Timing timing) {
        this.service = service;
        this.timing = timing;
    }

    /** Reads the execution once. If requested, aborts an execution that is still active first. */
    UploadResult reconcile(UploadResult result, boolean abort) {
        UploadResult.Builder facts = result.toBuilder();
        if (result.executionId().isEmpty()) {
            conclusive = true;
            return result;
        }
        long executionId = result.executionId().getAsLong();
        Cancellation waiting = service.stop().calls();
        ExecutionPoller watch = new ExecutionPoller(service, executionId, timing, waiting);
        try {
            Verdict verdict = watch.await(Duration.ZERO)
                    .filter(ended -> !abort || ended.kind() != Verdict.Kind.FAILED)
                    .orElseGet(() -> abort
                            ? Settlement.of(service, executionId, watch, null)
                            : Verdict.unknown(stillActive(executionId), null));
            conclusive = verdict.kind() == Verdict.Kind.PROCESSED || verdict.kind() == Verdict.Kind.REFUSED;
            return switch (verdict.kind()) {
                case PROCESSED -> new RowCheck(service, timing, waiting).check(facts);
                case REFUSED -> facts.as(UploadOutcome.NOT_COMMITTED, verdict.reason());
                default -> facts.as(result.outcome(), verdict.reason());
            };
        } catch (NotFoundException e) {
            return facts.as(
                    result.outcome(),
                    "Execution " + executionId
                            + " no longer exists, so its final state is unknown. Compare the rows of the"
                            + " DataSet with the source.");
        }
    }

    /** Returns whether the outcome can no longer change. */
    boolean isConclusive() {
        return conclusive;
    }

    private String stillActive(long executionId) {
        return "Execution " + executionId
                + " is still active: the service is processing it, or the commit did not arrive."
                + " Reconcile again later, or abort it with " + service.abortCall(executionId) + ".";
    }
}
