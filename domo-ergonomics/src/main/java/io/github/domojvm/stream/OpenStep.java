package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.Members;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import java.util.List;
import java.util.Objects;

/**
 * Creates the execution. Parts are sent only to an execution whose id was returned by this call. If the response is
 * lost, an open execution may belong to another program, and the rows of both would be mixed.
 */
final class OpenStep {
    private static final int ATTEMPTS = 3;

    private final StreamCalls service;
    private final UploadRequest request;

    OpenStep(StreamCalls service, UploadRequest request) {
        this.service = service;
        this.request = request;
    }

    /** Returns the new execution, which has an id. */
    Execution open(Plan plan) {
        for (int attempt = 1; ; attempt++) {
            try {
                return service.createExecution(request.updateMethod);
            } catch (DomoException e) {
                if (Delivery.wasNotSent(e)) {
                    throw e;
                }
                boolean again = Delivery.isLost(e) && attempt < ATTEMPTS;
                // With this option the caller states that no other program uploads: the next attempt aborts what is
                // open.
                if (!(again && request.settings.abortOpenExecution)) {
                    checkNoneOpen(plan, e);
                }
                if (!again) {
                    throw e;
                }
            }
        }
    }

    /** Throws if the service opened an execution with another update method than requested. */
    static void checkMethod(Execution execution, UpdateMethod requested) {
        UpdateMethod method = execution.updateMethod();
        if (method != null && method != requested) {
            throw new UploadRefusedException(
                    FailureReason.UPDATE_METHOD_MISMATCH,
                    "The service opened execution " + execution.id() + " with the update method " + method
                            + " instead of " + requested + ".",
                    "Change the update method of the Stream, or request the update method that the Stream has.");
        }
    }

    private void checkNoneOpen(Plan plan, DomoException failure) {
        List<Long> open;
        try {
            open = service.executions().stream()
                    .filter(execution -> execution.currentState() == ExecutionState.ACTIVE)
                    .map(execution -> Members.orNull(execution, Execution::id))
                    .filter(Objects::nonNull)
                    .filter(id -> id > plan.lastExecution())
                    .toList();
        } catch (DomoException e) {
            failure.addSuppressed(e);
            throw new UploadRefusedException(
                    FailureReason.OPEN_EXECUTION,
                    failure.getMessage() + " An execution of Stream " + request.streamId()
                            + " may be open, and the Stream's executions cannot be listed.",
                    advice("{id}"),
                    failure);
        }
        if (!open.isEmpty()) {
            throw new UploadRefusedException(
                    FailureReason.OPEN_EXECUTION,
                    failure.getMessage() + " Execution " + open.get(0) + " of Stream " + request.streamId()
                            + " is open. It may belong to this upload or to another program, so no part is sent to it.",
                    advice(open.get(0)),
                    failure);
        }
    }

    private String advice(Object executionId) {
        return "If no other program loads this Stream, abort the open execution with " + service.abortCall(executionId)
                + " and upload again, or upload with abortOpenExecution().";
    }
}
