package io.github.domojvm.stream;

import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.internal.journal.JournalDamagedException;
import io.github.domojvm.rest.model.Execution;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of one upload and its steps, each of which ends the upload if it fails. {@link UploadSteps} describes the
 * steps.
 */
final class UploadRun {
    private final StreamCalls service;
    private final UploadRequest request;
    private final Listeners listeners;
    private final Stopwatch stopwatch;
    private final Timing timing;
    private final UploadResult.Builder facts;
    private final Acknowledgments acknowledgments;
    private final StopSignal stop;

    private Resumption start = Resumption.NONE;
    private @Nullable Plan plan;
    private final AtomicReference<@Nullable UploadResult> result = new AtomicReference<>();

    UploadRun(StreamCalls service, UploadRequest request, Timing timing) {
        this.service = service;
        this.stop = service.stop();
        this.request = request;
        this.timing = timing;
        this.listeners = new Listeners(request.settings.listener);
        this.stopwatch = new Stopwatch(timing);
        this.facts = new UploadResult.Builder(request.streamId(), request.updateMethod);
        this.acknowledgments = new Acknowledgments(listeners);
    }

    /** Settles an earlier run of an upload whose source is identified by a mark. */
    Optional<UploadResult> resume(String mark) {
        Path journal = request.settings.journal;
        if (journal == null) {
            return Optional.empty();
        }
        try {
            checkNotStopped();
            settle(UploadIdentity.of(request, mark), journal);
            start.settled().ifPresent(this::ended);
            return start.settled();
        } catch (UploadException e) {
            ended(e.result());
            throw e;
        } catch (Throwable e) {
            // The earlier run is not settled: neither its execution nor its journal is changed.
            start.recorder().close();
            start = Resumption.NONE;
            FailedUpload failed = new FailedUpload(service, request, facts);
            UploadException exception =
                    facts.uploadedEarlier ? failed.unknown(problem(e)) : failed.notCommitted(problem(e), "");
            ended(exception.result());
            throw exception;
        }
    }

    private void settle(UploadIdentity identity, Path journal) throws JournalDamagedException {
        PartLimits limits = PartLimits.of(request.settings);
        UploadRecorder recorder = UploadRecorder.open(journal, identity, limits);
        start = Resumption.fromTheBeginning(recorder);
        JournalState state = recorder.earlier();
        if (state == null) {
            return;
        }
        EarlierRun earlier = new EarlierRun(service, request, state, stop.calls());
        earlier.checkSame(identity, journal);
        start = Resumption.of(recorder, identity, earlier, state, facts, completion());
        if (start.settled().isEmpty() && start.continued() == null) {
            recorder.restart(identity, limits);
        }
    }

    List<String> plan() {
        if (request.settings.journal != null && !start.recorder().isOpen()) {
            throw new IllegalStateException("resume() must be called before plan(), since the request has a journal");
        }
        try {
            checkNotStopped();
            Plan read = Plan.read(service, request, executionId(), stop.calls());
            JournalState earlier = start.continued();
            if (earlier != null) {
                earlier.checkColumns(read);
            }
            facts.dataSetId = read.dataSetId();
            plan = read;
            return read.columnNames();
        } catch (Throwable e) {
            throw abort(e);
        }
    }

    long open() {
        Plan read = planned();
        try {
            checkNotStopped();
            if (start.continued() != null) {
                listeners.resumed(executionId());
                facts.timings = facts.timings.withOpening(stopwatch.lap());
                return executionId();
            }
            Plan current = new EarlyCommit(service, request, timing, stop.calls(), listeners).check(read);
            plan = current;
            checkNotStopped();
            start.recorder().planned(current);
            start.recorder().opening();
            Execution execution = new OpenStep(service, request, stop.calls()).open(current);
            facts.executionId = execution.id();
            start.recorder().opened(execution.id());
            OpenStep.checkMethod(execution, request.updateMethod);
            listeners.opened(execution.id());
            facts.timings = facts.timings.withOpening(stopwatch.lap());
            return execution.id();
        } catch (Throwable e) {
            throw abort(e);
        }
    }

    /** Records a part that was counted when it was cut. Returns whether it must be sent. */
    boolean record(UploadPart part) {
        JournalState earlier = start.continued();
        if (earlier == null || earlier.part(part) == null) {
            start.recorder().part(part);
            return true;
        }
        if (earlier.acknowledged.get(part.number())) {
            acknowledgments.acknowledge(part);
            return false;
        }
        return true;
    }

    void acknowledged(UploadPart part) {
        start.recorder().acknowledged(part);
        acknowledgments.acknowledge(part);
    }

    UploadResult commit() {
        Plan read = planned();
        Long executionId = facts.executionId;
        if (executionId == null) {
            throw new IllegalStateException("open() must be called before commit()");
        }
        try {
            acknowledgments.checkComplete();
            facts.progress = acknowledgments.progress();
            facts.partsByGzipLevel = acknowledgments.partsByGzipLevel();
            facts.expectedRows =
                    read.checkUnchanged(service).expectedRows(request.updateMethod, facts.progress.rowsAcknowledged());
            facts.timings = facts.timings.withSending(stopwatch.lap());
            start.recorder().committing(facts.progress, facts.expectedRows);
            // After this check, stop() can no longer prevent the commit.
            checkNotStopped();
        } catch (Throwable e) {
            throw abort(e);
        }
        try {
            return ended(completion().commit(executionId, read));
        } catch (UploadException e) {
            ended(e.result());
            throw e;
        }
    }

    UploadException abort(Throwable cause) {
        if (cause instanceof UploadException e && result.get() != null) {
            return e;
        }
        facts.progress = acknowledgments.progress();
        facts.partsByGzipLevel = acknowledgments.partsByGzipLevel();
        // An Error too: the execution must not stay open, and the caller needs the outcome.
        UploadException exception = new FailedUpload(service, request, facts).aborted(problem(cause));
        ended(exception.result());
        return exception;
    }

    UploadProgress progress() {
        return acknowledgments.progress();
    }

    void stop() {
        stop.stop();
    }

    /** Performs a step that the closing of the client ends. */
    <T> T endedByClose(Supplier<T> step) {
        return service.step(step::get);
    }

    StreamCalls service() {
        return service;
    }

    Cancellation sending() {
        return stop.parts();
    }

    Acknowledgments acknowledgments() {
        return acknowledgments;
    }

    long executionId() {
        return facts.executionId == null ? 0 : facts.executionId;
    }

    /** After this check, a stop cannot prevent what is done next. */
    void checkNotStopped() {
        if (stop.isStopped()) {
            throw new CancellationException("stopped");
        }
    }

    /** Returns the limits for cutting parts; those of the earlier run if its execution continues. */
    PartLimits limits() {
        JournalState earlier = start.continued();
        return earlier == null ? PartLimits.of(request.settings) : earlier.limits;
    }

    /** Returns whether the upload has ended and nothing of it is left to be settled. */
    boolean isSettled() {
        UploadResult end = result.get();
        return end != null && end.outcome() != UploadOutcome.UNKNOWN && !facts.open;
    }

    private Completion completion() {
        return new Completion(service, request, timing, listeners, stopwatch, facts, start.recorder());
    }

    private Plan planned() {
        if (plan == null) {
            throw new IllegalStateException("plan() must be called first");
        }
        return plan;
    }

    private UploadResult ended(UploadResult end) {
        if (result.compareAndSet(null, end)) {
            if (!facts.open) {
                start.recorder().ended(end);
            }
            start.recorder().close();
            listeners.ended(end);
        }
        return end;
    }

    private UploadProblem problem(Throwable e) {
        if (!stop.isStopped()) {
            return UploadProblem.of(e);
        }
        UploadProblem problem = new UploadProblem(FailureReason.STOPPED, "It was stopped.", "", e);
        // The request that opens the execution was in flight.
        return e instanceof UploadRefusedException refused && refused.reason == FailureReason.OPEN_EXECUTION
                ? new UploadProblem(problem.reason(), problem.what() + " " + refused.problem, refused.advice, e)
                : problem;
    }
}
