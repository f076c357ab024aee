package io.github.domojvm.stream;

import io.github.domojvm.error.FailureReason;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.journal.JournalDamagedException;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.UpdateMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Settles what an earlier run of an upload left, according to its journal and the state of its execution: its rows were
 * committed, or its execution continues, or none of its rows count and the upload starts from the beginning.
 */
final class EarlierRun {
    private final StreamCalls service;
    private final UploadRequest request;
    private final JournalState state;
    private final Cancellation cancellation;

    EarlierRun(StreamCalls service, UploadRequest request, JournalState state, Cancellation cancellation) {
        this.service = service;
        this.request = request;
        this.state = state;
        this.cancellation = cancellation;
    }

    /** Refuses to continue an unfinished upload with another source or target. */
    void checkSame(UploadIdentity identity, Path journal) {
        if (state.isSettled()) {
            return;
        }
        UploadIdentity earlier = state.identity;
        String what = "The journal " + journal + " reports an unfinished upload of " + earlier.source() + " to Stream "
                + earlier.streamId() + " with " + earlier.updateMethod()
                + (state.executionId == null ? "" : ", execution " + state.executionId) + ". ";
        String advice = "To discard the unfinished upload, call Streams.abortAndReconcile with the journal.";
        if (!earlier.hasSameTarget(identity)) {
            throw new UploadRefusedException(
                    FailureReason.JOURNAL_UNUSABLE,
                    what + "This upload has another Stream, update method or header setting.",
                    "Use another journal for this upload. " + advice);
        }
        if (!earlier.mark().equals(identity.mark())) {
            throw new UploadRefusedException(
                    FailureReason.SOURCE_CHANGED,
                    what + "The source has changed since then, and parts of two versions must not be mixed.",
                    advice);
        }
    }

    /**
     * Determines the outcome of the earlier run.
     *
     * @return the result if its rows were committed; otherwise empty, and {@link #continues} returns what follows
     * @throws UploadException if the outcome is unknown, or the rows were committed with another number than expected
     */
    Optional<UploadResult> settle(UploadIdentity identity, Completion completion) throws JournalDamagedException {
        if (state.isSettled()) {
            if (state.outcome() != UploadOutcome.NOT_COMMITTED && state.identity.equals(identity)) {
                return Optional.of(completion.recorded(state.outcome()));
            }
            state.executionId = null;
            return Optional.empty();
        }
        Long executionId = state.executionId;
        if (executionId == null) {
            checkNoOrphan();
            return Optional.empty();
        }
        state.checkDataSet(service.stream());
        try {
            return state.committing == null
                    ? uncommitted(executionId, completion)
                    : committing(executionId, completion);
        } catch (NotFoundException e) {
            if (state.committing == null) {
                state.executionId = null;
                return Optional.empty();
            }
            throw completion.unknown(Verdict.unknown("Execution " + executionId + " no longer exists.", e));
        }
    }

    /** Returns whether the execution of the earlier run accepts the missing parts. */
    boolean continues() {
        return state.executionId != null;
    }

    /**
     * Returns the open execution that a request of the earlier run may have created whose response did not arrive. It
     * may also belong to another program.
     */
    static Optional<Execution> orphan(StreamCalls service, JournalState state, Cancellation cancellation)
            throws JournalDamagedException {
        if (!state.opening || state.executionId != null) {
            return Optional.empty();
        }
        long last = state.lastExecution();
        return service.executions(cancellation).active().stream()
                .filter(execution -> execution.id() > last)
                .findFirst();
    }

    private void checkNoOrphan() throws JournalDamagedException {
        if (request.settings.abortOpenExecution) {
            return;
        }
        orphan(service, state, cancellation).ifPresent(orphan -> {
            throw new UploadRefusedException(
                    FailureReason.OPEN_EXECUTION,
                    "Execution " + orphan.id() + " of Stream " + request.streamId()
                            + " is open. An earlier run of this upload was interrupted while it created an execution, so"
                            + " this one may belong to it or to another program. No part is sent to it.",
                    "If no other program loads this Stream, abort it with " + service.abortCall(orphan.id())
                            + ", or upload with abortOpenExecution().");
        });
    }

    private Optional<UploadResult> uncommitted(long executionId, Completion completion) {
        Optional<Verdict> ended = completion
                .await(executionId, Duration.ZERO)
                .map(verdict -> verdict.kind() == Verdict.Kind.FAILED ? completion.aborted(executionId) : verdict);
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        if (ended.get().kind() != Verdict.Kind.REFUSED) {
            throw completion.unknown(Verdict.unknown(
                    ended.get().reason() + "Execution " + executionId
                            + " ended although the earlier run sent no commit. Compare the rows of the DataSet with the"
                            + " source.",
                    ended.get().cause()));
        }
        state.executionId = null;
        return Optional.empty();
    }

    private Plan unchangedPlan(Completion completion) throws JournalDamagedException {
        try {
            return state.unchangedPlan(service);
        } catch (UploadRefusedException e) {
            throw completion.unknown(
                    Verdict.unknown(e.problem + " The commit, which may not have arrived, is not sent again.", e));
        }
    }

    private Optional<UploadResult> committing(long executionId, Completion completion) throws JournalDamagedException {
        if (state.committed) {
            return Optional.of(completion.conclude(executionId, Verdict.acknowledged("")));
        }
        Duration patience = request.settings.processingTimeout;
        Optional<Verdict> ended =
                completion.await(executionId, patience.compareTo(CommitStep.GRACE) < 0 ? patience : CommitStep.GRACE);
        if (ended.isEmpty() && (request.updateMethod != UpdateMethod.APPEND || state.refused)) {
            return Optional.of(completion.commitAgain(executionId, state.refused, unchangedPlan(completion)));
        }
        if (ended.isEmpty() && !request.settings.abortOpenExecution) {
            throw completion.unknown(Verdict.unknown(
                    "The earlier run was interrupted while it sent the commit, and execution " + executionId
                            + " is still active: it is being processed, or the commit did not arrive.",
                    null));
        }
        Verdict verdict =
                ended.filter(end -> end.kind() != Verdict.Kind.FAILED).orElseGet(() -> completion.aborted(executionId));
        if (verdict.kind() == Verdict.Kind.REFUSED) {
            state.executionId = null;
            return Optional.empty();
        }
        return Optional.of(completion.conclude(executionId, verdict));
    }
}
