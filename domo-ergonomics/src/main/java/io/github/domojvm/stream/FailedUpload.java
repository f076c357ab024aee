package io.github.domojvm.stream;

import io.github.domojvm.error.FailureReason;
import io.github.domojvm.rest.model.ExecutionState;

/** Creates the exception of an upload that failed. Before the commit it aborts the execution. */
final class FailedUpload {
    private final StreamCalls service;
    private final UploadResult.Builder facts;
    private final String title;

    FailedUpload(StreamCalls service, UploadRequest request, UploadResult.Builder facts) {
        this.service = service;
        this.facts = facts;
        this.title = "The upload of " + request.source + " to Stream " + request.streamId();
    }

    /** Aborts the execution of an upload whose commit was not sent, so that none of its rows reach the DataSet. */
    UploadException aborted(UploadProblem problem) {
        Long execution = facts.executionId;
        if (execution == null) {
            return notCommitted(problem, "");
        }
        Abort abort = Abort.of(service, execution);
        facts.open = abort.failure() != null;
        UploadException exception = abort.state() == ExecutionState.SUCCESS
                ? unknown(problem.with(" Although this upload sent no commit, execution " + execution
                        + " ended as SUCCESS. Compare the rows of the DataSet with the source."))
                : notCommitted(problem, abort.note());
        if (abort.failure() != null) {
            exception.addSuppressed(abort.failure());
        }
        return exception;
    }

    UploadException notCommitted(UploadProblem problem, String note) {
        return new UploadException(
                problem.reason(),
                title + " was not committed. " + problem.what() + note,
                problem.advice(),
                facts.as(UploadOutcome.NOT_COMMITTED, problem.text()),
                problem.cause());
    }

    UploadException unknown(UploadProblem problem) {
        Long execution = facts.executionId;
        return new UploadException(
                FailureReason.OUTCOME_UNKNOWN,
                title + " may or may not be committed. " + problem.text() + " Do not upload it again yet.",
                "Call Streams.reconcile later with the result of this exception."
                        + (execution == null
                                ? ""
                                : " To settle it, abort the execution with " + service.abortCall(execution)
                                        + " and reconcile: rows that are not processed before the abort never will be."),
                facts.as(UploadOutcome.UNKNOWN, problem.text()),
                problem.cause());
    }

    UploadException mismatch(UploadResult result) {
        return new UploadException(
                FailureReason.ROW_COUNT_MISMATCH,
                title + " was committed, but the row count is wrong. " + result.reason(),
                "",
                result,
                null);
    }
}
