package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private @Nullable RuntimeException notRetried;

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

    /**
     * Commits the execution and returns the result of the upload. A failure after the commit undoes nothing.
     *
     * @param plan the DataSet whose columns must not have changed when the commit is sent again
     */
    UploadResult commit(long executionId, Plan plan) {
        return conclude(
                executionId, step(executionId, false, new Retries(plan)).commit(request.settings.processingTimeout));
    }

    /**
     * Commits an execution for which an earlier run may have sent a commit.
     *
     * @param refused whether the service refused that commit
     * @param plan the DataSet whose columns must not have changed if the commit is sent once more
     */
    UploadResult commitAgain(long executionId, boolean refused, Plan plan) {
        try {
            recorder.committing(facts.progress, facts.expectedRows);
        } catch (UploadRefusedException e) {
            throw failed.unknown(UploadProblem.of(e));
        }
        CommitStep step = step(executionId, refused, new Retries(plan));
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
                throw verdict.open() ? failed.aborted(problem(verdict)) : failed.notCommitted(problem(verdict), "");
            case UNKNOWN, FAILED -> throw unknown(verdict);
        };
    }

    /** A refused commit that must not be sent again failed for the reason of that. */
    private UploadProblem problem(Verdict verdict) {
        if (notRetried == null || waiting.isCancelled()) {
            return UploadProblem.of(verdict);
        }
        if (verdict.cause() != null) {
            Failures.suppress(notRetried, verdict.cause());
        }
        return UploadProblem.of(notRetried);
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
        String note = notRetried == null
                ? ""
                : " It is not sent again. " + UploadProblem.of(notRetried).what();
        return failed.unknown(UploadProblem.of(verdict.with(note)));
    }

    private ExecutionPoller watch(long executionId) {
        return new ExecutionPoller(service, executionId, timing, waiting);
    }

    private CommitStep step(long executionId, boolean refused, Retries retries) {
        ExecutionPoller watch = watch(executionId);
        CommitWait wait = new CommitWait(
                service, request.settings.commitInterval, executionId, watch, timing, waiting, refused, retries);
        return new CommitStep(service, request.updateMethod, executionId, watch, wait, retries, timing, waiting);
    }

    private final class Retries implements CommitWait.Events {
        private final Plan plan;

        Retries(Plan plan) {
            this.plan = plan;
        }

        @Override
        public void delayed(Duration wait) {
            recorder.refused();
            listeners.commitDelayed(wait);
        }

        @Override
        public boolean mayRetry() {
            try {
                plan.checkUnchanged(service);
                recorder.committing(facts.progress, facts.expectedRows);
                return true;
            } catch (DomoException | UploadRefusedException e) {
                notRetried = e;
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
