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
 * Runs one upload on a separate thread, from the first read of the Stream to the outcome. A failure before the commit
 * aborts the execution; a failure after it is reported and undoes nothing.
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
    /** Ends waits after the parts, and prevents a commit that is not sent yet; never cancels one in flight. */
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

    /** Stops the upload from another thread: before the commit it is aborted, afterwards only the waiting ends. */
    synchronized void stop() {
        stopped = true;
        sending.cancel();
        waiting.cancel();
        if (reader != null) {
            reader.interrupt();
        }
    }

    /** Runs the upload and blocks until it has ended. */
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
            // An Error too: the execution must not stay open, and the caller needs the outcome.
            throw aborted(problem(e));
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
                throw verdict.open() ? aborted(UploadProblem.of(verdict)) : notCommitted(UploadProblem.of(verdict), "");
            case UNKNOWN, FAILED -> throw unknown(UploadProblem.of(verdict));
        };
    }

    /** Returns the id of the execution after all its parts are acknowledged. */
    private long sendAll() {
        Plan plan = Plan.read(service, request, sending);
        facts.dataSetId = plan.dataSetId();
        try (Source source = Source.open(request, plan.columnNames(), executor)) {
            Acknowledgments parts = new Acknowledgments(listeners, source.bytes());
            acknowledgments = parts;
            boolean rows = readFirst(source);
            if (!rows && !request.allowEmpty) {
                throw new UploadRefusedException(
                        FailureReason.NO_ROWS,
                        "There are no rows in " + request.source + ".",
                        "To empty the DataSet, upload with allowEmpty().");
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
        Execution execution = new OpenStep(service, request, sending).open(plan);
        long id = execution.id();
        facts.executionId = id;
        UpdateMethod method = execution.updateMethod();
        if (method != null && method != request.updateMethod) {
            throw new UploadRefusedException(
                    FailureReason.UPDATE_METHOD_MISMATCH,
                    "The service opened execution " + id + " with the update method " + method + " instead of "
                            + request.updateMethod + ".",
                    "Change the update method of the Stream, or request the update method that the Stream has.");
        }
        listeners.opened(id);
        return id;
    }

    /** Reads the header line and the first part before the execution is created: most mistakes are found there. */
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

    /** {@link #stop} interrupts a blocked read. The interrupt must not affect the requests that clean up. */
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

    /** After this check {@link #stop} can no longer prevent the commit. */
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
                            ? "Committed. The upload was stopped while it waited for the processing."
                            : "Committed. The service was still processing after " + request.processingTimeout + "."));
        } catch (DomoException e) {
            return Verdict.acknowledged("Committed. The state of the processing could not be read: " + e.getMessage());
        }
    }

    private UploadResult verified() {
        UploadResult result = new RowCheck(service, timing, waiting).check(facts);
        facts.timings = facts.timings.withVerifying(stopwatch.lap());
        UploadResult timed = facts.as(result.outcome(), result.reason());
        if (timed.outcome() == UploadOutcome.COMMITTED_MISMATCH) {
            throw new UploadException(
                    FailureReason.ROW_COUNT_MISMATCH,
                    title() + " was committed, but the row count is wrong. " + timed.reason(),
                    "",
                    timed,
                    null);
        }
        return timed;
    }

    /** Aborts the execution of an upload whose commit was not sent, so that none of its rows reach the DataSet. */
    private UploadException aborted(UploadProblem problem) {
        Long execution = facts.executionId;
        if (execution == null) {
            return notCommitted(problem, "");
        }
        Abort abort = Abort.of(service, execution);
        UploadException exception = abort.state() == ExecutionState.SUCCESS
                ? unknown(problem.with(" Although this upload sent no commit, execution " + execution
                        + " ended as SUCCESS. Compare the rows of the DataSet with the source."))
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
                "Call Streams.reconcile later with the result of this exception."
                        + (execution == null
                                ? ""
                                : " To settle it, abort the execution with " + service.abortCall(execution)
                                        + " and reconcile: rows that are not processed before the abort never will be."),
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
