package io.github.domojvm.upload;

import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.Cancellation;
import io.github.domojvm.internal.Timing;
import java.time.Duration;
import java.util.Optional;

/** Looks at an upload again whose end was not clear. */
final class Reconciliation {
    private final Service service;
    private final Timing timing;

    Reconciliation(Service service, Timing timing) {
        this.service = service;
        this.timing = timing;
    }

    UploadResult look(UploadResult result) {
        UploadResult.Builder facts = result.toBuilder();
        if (result.executionId().isEmpty()) {
            return result;
        }
        long executionId = result.executionId().getAsLong();
        Cancellation waiting = new Cancellation();
        Watch watch = new Watch(service, executionId, timing, waiting);
        try {
            Optional<Verdict> verdict = watch.await(Duration.ZERO);
            if (verdict.isEmpty()) {
                return facts.as(result.outcome(), "Execution " + executionId + " is still active; look again later.");
            }
            return verdict.get().kind() == Verdict.Kind.PROCESSED
                    ? new RowCheck(service, timing, waiting).check(facts)
                    : facts.as(UploadOutcome.NOT_COMMITTED, verdict.get().reason());
        } catch (NotFoundException e) {
            return facts.as(result.outcome(), "Execution " + executionId + " is gone, so that its end cannot be told.");
        }
    }
}
