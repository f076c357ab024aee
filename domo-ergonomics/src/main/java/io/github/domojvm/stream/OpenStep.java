package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.UpdateMethod;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Creates the execution. Parts are sent only to an execution whose id was returned by this call. If the response is
 * lost, an open execution may belong to another program, and the rows of both would be mixed.
 */
final class OpenStep {
    private static final int ATTEMPTS = 3;

    private final StreamCalls service;
    private final UploadRequest request;
    private final Cancellation cancellation;

    OpenStep(StreamCalls service, UploadRequest request, Cancellation cancellation) {
        this.service = service;
        this.request = request;
        this.cancellation = cancellation;
    }

    /** Returns the new execution, which has an id. */
    Execution open(Plan plan) {
        DomoException lost = null;
        for (int attempt = 1; ; attempt++) {
            try {
                return service.createExecution(request.updateMethod);
            } catch (DomoException e) {
                if (Delivery.wasNotSent(e)) {
                    throw lost == null ? e : stillLost(plan, lost, e);
                }
                boolean streamIsGone = lost == null && e instanceof NotFoundException;
                lost = e;
                // After status 425 the executor has retried already, and nothing was lost.
                boolean again =
                        Delivery.isLost(e) && !e.requestNotSent() && attempt < ATTEMPTS && !cancellation.isCancelled();
                // With this option the caller states that no other program uploads: the next attempt aborts what is
                // open.
                if (!(again && request.settings.abortOpenExecution)) {
                    checkNoneOpen(plan, e, streamIsGone);
                }
                if (!again) {
                    throw e;
                }
            }
        }
    }

    /** A retry that was not sent leaves open what became of the request before it. */
    private DomoException stillLost(Plan plan, DomoException lost, DomoException retry) {
        Failures.suppress(lost, retry);
        checkNoneOpen(plan, lost, false);
        return lost;
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

    /**
     * Throws if an execution is open or may be.
     *
     * @param streamIsGone whether no request but one was sent, to which the service responded that the Stream does not
     *     exist. If the list has the same response, the executions do not exist either
     */
    private void checkNoneOpen(Plan plan, DomoException failure, boolean streamIsGone) {
        ExecutionList executions;
        try {
            executions = service.executions(cancellation);
        } catch (DomoException | CancellationException e) {
            Failures.suppress(failure, e);
            if (streamIsGone && e instanceof NotFoundException) {
                return;
            }
            throw unlisted("cannot be listed", failure);
        }
        List<Long> open = executions.active().stream()
                .map(Execution::id)
                .filter(id -> id > plan.lastExecution())
                .toList();
        if (!open.isEmpty()) {
            throw new UploadRefusedException(
                    FailureReason.OPEN_EXECUTION,
                    failure.getMessage() + " Execution " + open.get(0) + " of Stream " + request.streamId()
                            + " is open. It may belong to this upload or to another program, so no part is sent to it.",
                    advice(open.get(0)),
                    failure);
        }
        if (!executions.complete()) {
            throw unlisted("cannot all be listed, since the list does not end", failure);
        }
    }

    private UploadRefusedException unlisted(String problem, DomoException failure) {
        return new UploadRefusedException(
                FailureReason.OPEN_EXECUTION,
                failure.getMessage() + " An execution of Stream " + request.streamId()
                        + " may be open, and the Stream's executions " + problem + ".",
                advice("{id}"),
                failure);
    }

    private String advice(Object executionId) {
        return "If no other program loads this Stream, abort the open execution with " + service.abortCall(executionId)
                + " and upload again, or upload with abortOpenExecution().";
    }
}
