package io.github.domojvm.stream;

import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.UpdateMethod;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one upload as separate calls, for engines that cut the rows and send the parts themselves, for example
 * on several machines. {@link Streams#upload(UploadRequest)} performs the same steps for a {@code CsvSource}.
 *
 * <pre>{@code
 * UploadSteps steps = domo.streams().steps(UploadRequest.forParts(streamId, UpdateMethod.APPEND).build());
 * steps.plan();
 * long executionId = steps.open();
 * for (UploadPart part : parts) {
 *     steps.add(part);
 *     domo.executions().uploadPart(streamId, executionId, part, content(part)); // in any process
 *     steps.acknowledge(part);
 * }
 * UploadResult result = steps.commit();
 * }</pre>
 *
 * <p>Call {@link #plan}, {@link #open}, then {@link #add} and {@link #acknowledge} for each part in any order, and
 * {@link #commit}, which sends the commit only if all parts 1 to N are acknowledged. Each step except {@code add} and
 * {@code acknowledge} blocks. A step that fails aborts the execution and throws {@link UploadException}; the upload has
 * then ended. After a failure elsewhere, for example in a process that sends parts, call {@link #abort}.
 *
 * <p>{@code add}, {@code acknowledge}, {@link #progress} and {@link #stop} may be called by any thread, the other
 * methods by one thread at a time.
 */
public final class UploadSteps {
    private final StreamCalls service;
    private final UploadRequest request;
    private final Listeners listeners;
    private final Stopwatch stopwatch;
    private final Timing timing;
    private final UploadResult.Builder facts;
    private final Acknowledgments acknowledgments;
    private final Cancellation sending = new Cancellation();
    /** Ends waits after the parts, and prevents a commit that is not sent yet; never cancels one in flight. */
    private final Cancellation waiting = Cancellation.ofWaits();

    private @Nullable Plan plan;
    private @Nullable UploadResult result;
    private boolean stopped;

    UploadSteps(StreamCalls service, UploadRequest request, Timing timing) {
        this.service = service;
        this.request = request;
        this.timing = timing;
        this.listeners = new Listeners(request.settings.listener);
        this.stopwatch = new Stopwatch(timing);
        this.facts = new UploadResult.Builder(request.streamId(), request.updateMethod);
        this.acknowledgments = new Acknowledgments(listeners);
    }

    /**
     * Reads the Stream, its DataSet and its executions. Changes nothing.
     *
     * @return the names of the DataSet's columns in order, in which the rows must have their values; empty if the
     *     service did not return them
     * @throws UploadException if the Stream has no DataSet, or an open execution unless the request allows to abort it
     */
    public List<String> plan() {
        try {
            checkNotStopped();
            Plan read = Plan.read(service, request);
            facts.dataSetId = read.dataSetId();
            plan = read;
            return read.columnNames();
        } catch (Throwable e) {
            throw abort(e);
        }
    }

    /**
     * Creates the execution, after a wait or not at all if the request has such a {@link CommitInterval}.
     *
     * @return its id, a number within the Stream
     * @throws UploadException if the execution was not created, or with another update method than requested, or if its
     *     commit would be too early and the request does not allow a wait
     * @throws IllegalStateException if {@link #plan} was not called
     */
    public long open() {
        Plan read = planned();
        try {
            checkNotStopped();
            Plan current = new EarlyCommit(service, request, timing, waiting, listeners).check(read);
            plan = current;
            checkNotStopped();
            Execution execution = new OpenStep(service, request).open(current);
            facts.executionId = execution.id();
            checkMethod(execution);
            listeners.opened(execution.id());
            facts.timings = facts.timings.withOpening(stopwatch.lap());
            return execution.id();
        } catch (Throwable e) {
            throw abort(e);
        }
    }

    /**
     * Adds a part, before it is sent. The commit requires an acknowledgment of each part that was added.
     *
     * @param part the part; each number is added once
     */
    public void add(UploadPart part) {
        Args.notNull("part", part);
        acknowledgments.cut();
    }

    /**
     * Reports that the service has acknowledged a part.
     *
     * @param part the part, as added
     */
    public void acknowledge(UploadPart part) {
        acknowledgments.acknowledge(Args.notNull("part", part));
    }

    /**
     * Commits the execution, waits until the rows are processed, and checks the row count. Waits before that if the
     * service rejects the commit because of the {@link CommitInterval}.
     *
     * @return the result, with the outcome {@link UploadOutcome#COMMITTED_VERIFIED} or
     *     {@link UploadOutcome#COMMITTED_UNVERIFIED}
     * @throws UploadException if a part is missing, the columns of the DataSet changed, or the upload ended with any
     *     other outcome
     * @throws IllegalStateException if {@link #open} was not called
     */
    public UploadResult commit() {
        Plan read = planned();
        Long executionId = facts.executionId;
        if (executionId == null) {
            throw new IllegalStateException("open() must be called before commit()");
        }
        try {
            acknowledgments.checkComplete();
            facts.progress = acknowledgments.progress();
            facts.expectedRows =
                    read.checkUnchanged(service).expectedRows(request.updateMethod, facts.progress.rowsAcknowledged());
            facts.timings = facts.timings.withSending(stopwatch.lap());
            // After this check, stop() can no longer prevent the commit.
            checkNotStopped();
        } catch (Throwable e) {
            throw abort(e);
        }
        try {
            return ended(
                    new Completion(service, request, timing, waiting, listeners, stopwatch, facts).commit(executionId));
        } catch (UploadException e) {
            ended(e.result());
            throw e;
        }
    }

    /**
     * Ends an upload whose commit was not sent: aborts its execution, so that none of its rows reach the DataSet.
     *
     * @param cause the failure that ends the upload
     * @return the exception to throw, whose result has the outcome; the given exception if it is already one
     */
    public UploadException abort(Throwable cause) {
        if (Args.notNull("cause", cause) instanceof UploadException e && result != null) {
            return e;
        }
        facts.progress = acknowledgments.progress();
        // An Error too: the execution must not stay open, and the caller needs the outcome.
        UploadException exception = new FailedUpload(service, request, facts).aborted(problem(cause));
        ended(exception.result());
        return exception;
    }

    /**
     * Returns the current progress.
     *
     * @return a snapshot
     */
    public UploadProgress progress() {
        return acknowledgments.progress();
    }

    /**
     * Stops the upload from another thread and returns immediately. Before the commit, calls in flight end and the
     * current or next step fails, which aborts the execution. Afterwards only the waiting ends; a commit that the
     * service rejected as too early is not sent again, and the execution is aborted.
     */
    public synchronized void stop() {
        stopped = true;
        sending.cancel();
        waiting.cancel();
    }

    StreamCalls service() {
        return service;
    }

    Cancellation sending() {
        return sending;
    }

    Acknowledgments acknowledgments() {
        return acknowledgments;
    }

    long executionId() {
        return facts.executionId == null ? 0 : facts.executionId;
    }

    synchronized void checkNotStopped() {
        if (stopped) {
            throw new CancellationException("stopped");
        }
    }

    private Plan planned() {
        if (plan == null) {
            throw new IllegalStateException("plan() must be called first");
        }
        return plan;
    }

    private void checkMethod(Execution execution) {
        UpdateMethod method = execution.updateMethod();
        if (method != null && method != request.updateMethod) {
            throw new UploadRefusedException(
                    FailureReason.UPDATE_METHOD_MISMATCH,
                    "The service opened execution " + execution.id() + " with the update method " + method
                            + " instead of " + request.updateMethod + ".",
                    "Change the update method of the Stream, or request the update method that the Stream has.");
        }
    }

    private UploadResult ended(UploadResult end) {
        if (result == null) {
            result = end;
            listeners.ended(end);
        }
        return end;
    }

    private synchronized UploadProblem problem(Throwable e) {
        return stopped ? new UploadProblem(FailureReason.STOPPED, "It was stopped.", "", e) : UploadProblem.of(e);
    }
}
