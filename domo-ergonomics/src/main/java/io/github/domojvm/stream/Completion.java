package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import java.time.Duration;
import java.util.Optional;

/** The steps after the last part: commits the execution, waits for the processing, and checks the row count. */
final class Completion {
    private static final String STOPPED = "Committed. The upload was stopped while it waited for the processing.";

    private final StreamCalls service;
    private final UploadRequest request;
    private final Timing timing;
    private final Cancellation waiting;
    private final Listeners listeners;
    private final Stopwatch stopwatch;
    private final UploadResult.Builder facts;
    private final UploadRecorder recorder;
    private final FailedUpload failed;

    Completion(
            StreamCalls service,
            UploadRequest request,
            Timing timing,
            Listeners listeners,
            Stopwatch stopwatch,
            UploadResult.Builder facts,
            UploadRecorder recorder) {
        this.service = service;
        this.request = request;
        this.timing = timing;
        this.waiting = service.stop().calls();
        this.listeners = listeners;
        this.stopwatch = stopwatch;
        this.facts = facts;
        this.recorder = recorder;
        this.failed = new FailedUpload(service, request, facts);
    }

    /** Commits the execution and returns the result of the upload. A failure after the commit undoes nothing. */
    UploadResult commit(long executionId) {
        return conclude(executionId, step(executionId, false).commit(request.settings.processingTimeout));
    }

    /**
     * Commits an execution for which an earlier run may have sent a commit.
     *
     * @param refused whether the service refused that commit
     */
    UploadResult commitAgain(long executionId, boolean refused) {
        try {
            recorder.committing(facts.progress, facts.expectedRows);
        } catch (UploadRefusedException e) {
            throw failed.unknown(UploadProblem.of(e));
        }
        CommitStep step = step(executionId, refused);
        Duration patience = request.settings.processingTimeout;
        return conclude(executionId, refused ? step.commit(patience) : step.commitAgain(patience));
    }

    /** Returns the result of an upload whose commit has led to a verdict. */
    UploadResult conclude(long executionId, Verdict commit) {
        Verdict verdict = commit;
        ExecutionPoller watch = watch(executionId);
        facts.timings = facts.timings.withCommitting(stopwatch.lap());
        if (verdict.kind() == Verdict.Kind.ACKNOWLEDGED || verdict.kind() == Verdict.Kind.PROCESSED) {
            recorder.committed();
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
            verdict = Settlement.of(service, executionId, watch, null).following(verdict);
        }
        return switch (verdict.kind()) {
            case ACKNOWLEDGED -> facts.as(UploadOutcome.COMMITTED_UNVERIFIED, verdict.reason());
            case PROCESSED -> verified();
            case REFUSED ->
                throw verdict.open()
                        ? failed.aborted(UploadProblem.of(verdict))
                        : failed.notCommitted(UploadProblem.of(verdict), "");
            case UNKNOWN, FAILED -> throw unknown(verdict);
        };
    }

    /** Returns the result that the journal reports. */
    UploadResult recorded(UploadOutcome outcome) {
        UploadResult result = facts.as(outcome, "An earlier run uploaded the rows, according to the journal.");
        if (outcome == UploadOutcome.COMMITTED_MISMATCH) {
            throw failed.mismatch(result);
        }
        return result;
    }

    /** Reads the state of the execution until it is final; empty if it is still active when the time has passed. */
    Optional<Verdict> await(long executionId, Duration patience) {
        return watch(executionId).await(patience);
    }

    /** Aborts the execution and reads its final state. */
    Verdict aborted(long executionId) {
        return Settlement.of(service, executionId, watch(executionId), null);
    }

    UploadException unknown(Verdict verdict) {
        return failed.unknown(UploadProblem.of(verdict));
    }

    private ExecutionPoller watch(long executionId) {
        return new ExecutionPoller(service, executionId, timing, waiting);
    }

    private CommitStep step(long executionId, boolean refused) {
        CommitWait wait = new CommitWait(
                service, request.settings.commitInterval, executionId, timing, waiting, refused, new Delays());
        return new CommitStep(service, request.updateMethod, executionId, watch(executionId), wait, timing, waiting);
    }

    private final class Delays implements CommitWait.Events {
        @Override
        public void delayed(Duration wait) {
            recorder.refused();
            listeners.commitDelayed(wait);
        }

        @Override
        public boolean mayRetry() {
            try {
                recorder.committing(facts.progress, facts.expectedRows);
                return true;
            } catch (UploadRefusedException e) {
                return false;
            }
        }
    }

    private Verdict processed(ExecutionPoller watch) {
        try {
            Optional<Verdict> verdict = watch.await(request.settings.processingTimeout);
            return verdict.orElseGet(() -> Verdict.acknowledged(
                    waiting.isCancelled()
                            ? STOPPED
                            : "Committed. The service was still processing after " + request.settings.processingTimeout
                                    + "."));
        } catch (DomoException e) {
            return Verdict.acknowledged(
                    waiting.isCancelled()
                            ? STOPPED
                            : "Committed. The state of the processing could not be read: " + e.getMessage());
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
