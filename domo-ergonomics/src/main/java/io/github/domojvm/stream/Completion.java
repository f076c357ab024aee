package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import java.util.Optional;

/** The steps after the last part: commits the execution, waits for the processing, and checks the row count. */
final class Completion {
    private final StreamCalls service;
    private final UploadRequest request;
    private final Timing timing;
    private final Cancellation waiting;
    private final Listeners listeners;
    private final Stopwatch stopwatch;
    private final UploadResult.Builder facts;
    private final FailedUpload failed;

    Completion(
            StreamCalls service,
            UploadRequest request,
            Timing timing,
            Cancellation waiting,
            Listeners listeners,
            Stopwatch stopwatch,
            UploadResult.Builder facts) {
        this.service = service;
        this.request = request;
        this.timing = timing;
        this.waiting = waiting;
        this.listeners = listeners;
        this.stopwatch = stopwatch;
        this.facts = facts;
        this.failed = new FailedUpload(service, request, facts);
    }

    /** Commits the execution and returns the result of the upload. A failure after the commit undoes nothing. */
    UploadResult commit(long executionId) {
        ExecutionPoller watch = new ExecutionPoller(service, executionId, timing, waiting);
        CommitWait wait =
                new CommitWait(service, request.settings.commitInterval, executionId, timing, waiting, listeners);
        Verdict verdict = new CommitStep(service, request.updateMethod, executionId, watch, wait, timing, waiting)
                .commit(request.settings.processingTimeout);
        facts.timings = facts.timings.withCommitting(stopwatch.lap());
        if (verdict.kind() == Verdict.Kind.ACKNOWLEDGED || verdict.kind() == Verdict.Kind.PROCESSED) {
            listeners.committed(facts.progress);
        }
        if (verdict.kind() == Verdict.Kind.ACKNOWLEDGED) {
            if (request.settings.until == UploadStage.COMMIT_ACKNOWLEDGED) {
                return facts.as(
                        UploadOutcome.COMMITTED_UNVERIFIED, "The upload waited for the commit only, as requested.");
            }
            verdict = processed(watch);
            facts.timings = facts.timings.withProcessing(stopwatch.lap());
        }
        if (verdict.kind() == Verdict.Kind.FAILED) {
            verdict = Settlement.of(service, executionId, watch, null);
        }
        return switch (verdict.kind()) {
            case ACKNOWLEDGED -> facts.as(UploadOutcome.COMMITTED_UNVERIFIED, verdict.reason());
            case PROCESSED -> verified();
            case REFUSED ->
                throw verdict.open()
                        ? failed.aborted(UploadProblem.of(verdict))
                        : failed.notCommitted(UploadProblem.of(verdict), "");
            case UNKNOWN, FAILED -> throw failed.unknown(UploadProblem.of(verdict));
        };
    }

    private Verdict processed(ExecutionPoller watch) {
        try {
            Optional<Verdict> verdict = watch.await(request.settings.processingTimeout);
            return verdict.orElseGet(() -> Verdict.acknowledged(
                    waiting.isCancelled()
                            ? "Committed. The upload was stopped while it waited for the processing."
                            : "Committed. The service was still processing after " + request.settings.processingTimeout
                                    + "."));
        } catch (DomoException e) {
            return Verdict.acknowledged("Committed. The state of the processing could not be read: " + e.getMessage());
        }
    }

    private UploadResult verified() {
        UploadResult result = new RowCheck(service, timing, waiting).check(facts);
        facts.timings = facts.timings.withVerifying(stopwatch.lap());
        UploadResult timed = facts.as(result.outcome(), result.reason());
        if (timed.outcome() == UploadOutcome.COMMITTED_MISMATCH) {
            throw failed.mismatch(timed);
        }
        return timed;
    }
}
