package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One upload from the look at the Stream to its outcome, a step after the other, on a thread of its own. What fails
 * before the commit ends with an abort; what fails after it is never undone, only told.
 */
final class UploadSession {
    private final StreamCalls service;
    private final UploadRequest request;
    private final Executor executor;
    private final Timing timing;
    private final Listeners listeners;
    private final Stopwatch stopwatch;
    private final UploadResult.Builder facts;
    private final Cancellation sending = new Cancellation();
    /** Ends waits after the parts, and keeps a commit that waits from being sent; it never cuts one on its way. */
    private final Cancellation waiting = Cancellation.ofWaits();

    private volatile @Nullable Acknowledgments acknowledgments;
    private @Nullable Thread reader;
    private boolean stopped;

    UploadSession(StreamCalls service, UploadRequest request, Executor executor, Timing timing) {
        this.service = service;
        this.request = request;
        this.executor = executor;
        this.timing = timing;
        this.listeners = new Listeners(request.listener);
        this.stopwatch = new Stopwatch(timing);
        this.facts = new UploadResult.Builder(request.streamId(), request.updateMethod);
    }

    UploadProgress progress() {
        Acknowledgments present = acknowledgments;
        return present == null ? UploadProgress.NONE : present.progress();
    }

    /** Ends it from another thread: before the commit all is given up, after it only the waiting. */
    synchronized void stop() {
        stopped = true;
        sending.cancel();
        waiting.cancel();
        if (reader != null) {
            reader.interrupt();
        }
    }

    /** Runs it; blocks to its end. */
    UploadResult run() {
        try {
            UploadResult result = outcome();
            listeners.ended(result);
            return result;
        } catch (UploadException e) {
            listeners.ended(e.result());
            throw e;
        }
    }

    private UploadResult outcome() {
        long executionId;
        try {
            executionId = sendAll();
        } catch (Throwable e) {
            // An Error too: whatever happened, the execution must not stay open, and the caller must be told.
            throw givenUp(problem(e));
        }
        ExecutionPoller watch = new ExecutionPoller(service, executionId, timing, waiting);
        Verdict verdict = new CommitStep(service, request.updateMethod, executionId, watch, timing, waiting)
                .commit(request.processingTimeout);
        facts.timings = facts.timings.withCommitting(stopwatch.lap());
        if (verdict.kind() == Verdict.Kind.ACKNOWLEDGED || verdict.kind() == Verdict.Kind.PROCESSED) {
            listeners.committed(facts.progress);
        }
        if (verdict.kind() == Verdict.Kind.ACKNOWLEDGED) {
            if (request.until == UploadStage.COMMIT_ACKNOWLEDGED) {
                return facts.as(
                        UploadOutcome.COMMITTED_UNVERIFIED, "Not waited for: the request was to wait for the commit.");
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
                throw verdict.open() ? givenUp(UploadProblem.of(verdict)) : notCommitted(UploadProblem.of(verdict), "");
            case UNKNOWN, FAILED -> throw unknown(UploadProblem.of(verdict));
        };
    }

    /** Returns the execution when all parts are acknowledged. */
    private long sendAll() {
        Plan plan = Plan.look(service, request);
        facts.dataSetId = plan.dataSetId();
        try (Source source = Source.open(request, plan.columnNames(), executor)) {
            Acknowledgments parts = new Acknowledgments(listeners, source.bytes());
            acknowledgments = parts;
            boolean rows = readFirst(source);
            if (!rows && !request.allowEmpty) {
                throw new UploadRefusedException(
                        FailureReason.NO_ROWS,
                        "There are no rows in " + request.source + ".",
                        "If the DataSet is to be emptied, allow an empty source.");
            }
            long executionId = open(plan);
            facts.timings = facts.timings.withOpening(stopwatch.lap());
            send(source, rows, executionId, parts);
            parts.checkComplete();
            source.checkUnchanged();
            facts.progress = parts.progress();
            facts.expectedRows =
                    plan.checkUnchanged(service).expectedRows(request.updateMethod, facts.progress.rowsAcknowledged());
            facts.timings = facts.timings.withSending(stopwatch.lap());
            checkNotStopped();
            return executionId;
        }
    }

    private long open(Plan plan) {
        Execution execution = new OpenStep(service, request).open(plan);
        long id = execution.id();
        facts.executionId = id;
        UpdateMethod method = execution.updateMethod();
        if (method != null && method != request.updateMethod) {
            throw new UploadRefusedException(
                    FailureReason.UPDATE_METHOD_MISMATCH,
                    "The service opened execution " + id + " with the update method " + method + " instead of "
                            + request.updateMethod + ".",
                    "Change the Stream's update method, or request that one.");
        }
        listeners.opened(id);
        return id;
    }

    /** Header and first part are looked at before anything is opened: most mistakes show there. */
    private boolean readFirst(Source source) {
        reading(true);
        try {
            if (!request.ignoreHeaderNames) {
                source.checkHeader();
            }
            return source.hasRows();
        } finally {
            reading(false);
        }
    }

    private void send(Source source, boolean rows, long executionId, Acknowledgments parts) {
        if (!rows) {
            service.sendEmptyPart(executionId);
            return;
        }
        reading(true);
        try {
            new SendStep(service, executionId, request.parallelism, executor, sending, parts).send(source);
        } finally {
            facts.progress = parts.progress();
            reading(false);
        }
    }

    /** An interrupt is how {@link #stop} wakes a read; it must not reach the calls that clean up. */
    private synchronized void reading(boolean begins) {
        if (begins && stopped) {
            throw new CancellationException("stopped");
        }
        reader = begins ? Thread.currentThread() : null;
        if (!begins) {
            boolean cleared = Thread.interrupted();
            stopped |= cleared;
        }
    }

    /** The last moment at which {@link #stop} can keep the commit from being sent. */
    private synchronized void checkNotStopped() {
        if (stopped) {
            throw new CancellationException("stopped");
        }
    }

    private Verdict processed(ExecutionPoller watch) {
        try {
            Optional<Verdict> verdict = watch.await(request.processingTimeout);
            return verdict.orElseGet(() -> Verdict.acknowledged(
                    waiting.isCancelled()
                            ? "Committed. Waiting for the processing was stopped."
                            : "Committed. The service was still processing after " + request.processingTimeout + "."));
        } catch (DomoException e) {
            return Verdict.acknowledged("Committed. Whether it was processed cannot be told: " + e.getMessage());
        }
    }

    private UploadResult verified() {
        UploadResult result = new RowCheck(service, timing, waiting).check(facts);
        facts.timings = facts.timings.withVerifying(stopwatch.lap());
        UploadResult timed = facts.as(result.outcome(), result.reason());
        if (timed.outcome() == UploadOutcome.COMMITTED_MISMATCH) {
            throw new UploadException(
                    FailureReason.ROW_COUNT_MISMATCH,
                    title() + " was committed, and the rows do not add up: " + timed.reason(),
                    "",
                    timed,
                    null);
        }
        return timed;
    }

    /** Ends an upload whose commit was not sent: the execution is aborted, and nothing of it is in the DataSet. */
    private UploadException givenUp(UploadProblem problem) {
        Long execution = facts.executionId;
        if (execution == null) {
            return notCommitted(problem, "");
        }
        Abort abort = Abort.of(service, execution);
        UploadException exception = abort.state() == ExecutionState.SUCCESS
                ? unknown(problem.with(" Although this upload sent no commit, execution " + execution
                        + " ended as SUCCESS: compare the rows of the DataSet with the source."))
                : notCommitted(problem, abort.note());
        if (abort.failure() != null) {
            exception.addSuppressed(abort.failure());
        }
        return exception;
    }

    private UploadException notCommitted(UploadProblem problem, String note) {
        return new UploadException(
                problem.reason(),
                title() + " was not committed. " + problem.what() + note,
                problem.advice(),
                facts.as(UploadOutcome.NOT_COMMITTED, problem.text()),
                problem.cause());
    }

    private UploadException unknown(UploadProblem problem) {
        Long execution = facts.executionId;
        return new UploadException(
                FailureReason.OUTCOME_UNKNOWN,
                title() + " may or may not be committed. " + problem.text() + " Do not upload it again yet.",
                "Reconcile later with the result of this exception."
                        + (execution == null
                                ? ""
                                : " To settle it, abort the execution with " + service.abortCall(execution)
                                        + " and reconcile: what was not processed by then never will be."),
                facts.as(UploadOutcome.UNKNOWN, problem.text()),
                problem.cause());
    }

    private synchronized UploadProblem problem(Throwable e) {
        return stopped ? new UploadProblem(FailureReason.STOPPED, "It was stopped.", "", e) : UploadProblem.of(e);
    }

    private String title() {
        return "The upload of " + request.source + " to Stream " + request.streamId();
    }
}
