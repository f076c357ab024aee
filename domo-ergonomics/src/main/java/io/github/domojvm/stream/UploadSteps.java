package io.github.domojvm.stream;

import io.github.domojvm.internal.Args;
import java.util.List;
import java.util.Optional;

/**
 * The steps of one upload as separate calls, for engines that cut the rows and send the parts themselves, for example
 * on several machines. {@link Streams#upload(UploadRequest)} performs the same steps for a {@code CsvSource}.
 *
 * <pre>{@code
 * UploadRequest request = UploadRequest.forParts(streamId, UpdateMethod.APPEND).journal(file).build();
 * UploadSteps steps = domo.streams().steps(request);
 * if (steps.resume().isPresent()) {
 *     return; // an earlier run has committed the rows
 * }
 * steps.plan();
 * long executionId = steps.open();
 * for (UploadPart part : parts) {
 *     if (steps.add(part)) {
 *         domo.executions().uploadPart(streamId, executionId, part, content(part)); // in any process
 *         steps.acknowledge(part);
 *     }
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
    final UploadRun run;

    UploadSteps(UploadRun run) {
        this.run = run;
    }

    /**
     * Opens the journal of the request and settles what an earlier run of the upload left. Must be called before
     * {@link #plan} if the request has a journal. Does nothing without one.
     *
     * @return the result if the earlier run was committed, with which the upload has ended; otherwise empty: the other
     *     steps then continue the execution of the earlier run, or start from the beginning
     * @throws UploadException if the journal cannot be used, or the outcome of the earlier run is unknown; the earlier
     *     run is not changed
     */
    public Optional<UploadResult> resume() {
        return run.endedByClose(() -> run.resume(""));
    }

    /**
     * Reads the Stream, its DataSet and its executions. Changes nothing.
     *
     * @return the names of the DataSet's columns in order, in which the rows must have their values; empty if the
     *     service did not return them
     * @throws UploadException if the Stream has no DataSet, or an open execution unless the request allows to abort it
     * @throws IllegalStateException if the request has a journal, and {@link #resume} was not called
     */
    public List<String> plan() {
        return run.endedByClose(run::plan);
    }

    /**
     * Creates the execution, or continues that of an earlier run. If the request has such a {@link CommitInterval}, it
     * is created after a wait or not at all.
     *
     * @return its id, a number within the Stream
     * @throws UploadException if the execution was not created, or with another update method than requested, or if its
     *     commit would be too early and the request does not allow a wait
     * @throws IllegalStateException if {@link #plan} was not called
     */
    public long open() {
        return run.endedByClose(run::open);
    }

    /**
     * Adds a part, before it is sent. The commit requires an acknowledgment of each part that was added.
     *
     * @param part the part; each number is added once
     * @return whether the part must be sent; false if the service acknowledged it in an earlier run
     * @throws UploadException if the earlier run had another part with this number, or the journal cannot be written
     */
    public boolean add(UploadPart part) {
        Args.notNull("part", part);
        run.acknowledgments().cut();
        try {
            return run.record(part);
        } catch (UploadRefusedException e) {
            throw run.abort(e);
        }
    }

    /**
     * Reports that the service has acknowledged a part.
     *
     * @param part the part, as added
     * @throws UploadException if the journal cannot be written
     */
    public void acknowledge(UploadPart part) {
        Args.notNull("part", part);
        try {
            run.acknowledged(part);
        } catch (UploadRefusedException e) {
            throw run.abort(e);
        }
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
        return run.endedByClose(run::commit);
    }

    /**
     * Ends an upload whose commit was not sent: aborts its execution, so that none of its rows reach the DataSet.
     *
     * @param cause the failure that ends the upload
     * @return the exception to throw, whose result has the outcome; the given exception if it is already one
     */
    public UploadException abort(Throwable cause) {
        return run.abort(Args.notNull("cause", cause));
    }

    /**
     * Returns the current progress.
     *
     * @return a snapshot
     */
    public UploadProgress progress() {
        return run.progress();
    }

    /**
     * Stops the upload from another thread and returns immediately. Before the commit, calls in flight end and the
     * current or next step fails, which aborts the execution. Afterwards only the waiting ends; a commit that the
     * service rejected as too early is not sent again, and the execution is aborted.
     */
    public void stop() {
        run.stop();
    }
}
