package io.github.domojvm.upload;

import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.ServerException;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import java.util.List;
import java.util.Optional;

/**
 * Opens the execution. When the answer is lost, it is looked for instead of opened blindly again: a second one would abort
 * the first, which another thread of the service may still be handing to us.
 */
final class OpenStep {
    private static final int ATTEMPTS = 3;

    private final Service service;
    private final UploadRequest request;

    OpenStep(Service service, UploadRequest request) {
        this.service = service;
        this.request = request;
    }

    /** Gives the open execution; its id is there. */
    Execution open(Plan plan) {
        DomoException lost = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return accepted(service.createExecution(request.updateMethod));
            } catch (DomoException e) {
                if (!mayHaveOpened(e)) {
                    throw e;
                }
                lost = e;
            }
            Optional<Execution> ours = find(plan, lost);
            if (ours.isPresent()) {
                return accepted(ours.get());
            }
        }
        throw lost == null ? new IllegalStateException("no attempt was made") : lost;
    }

    private static boolean mayHaveOpened(DomoException e) {
        return (e instanceof ServerException server && !server.failure().path().endsWith("/oauth/token"))
                || e instanceof DomoDataException
                || (e instanceof DomoApiException api && api.status() == 408)
                || (e instanceof DomoIoException io && !io.requestNotSent());
    }

    /** Ours is the one execution that is new, follows the last one seen, and is the only open one. */
    private Optional<Execution> find(Plan plan, DomoException lost) {
        List<Execution> added = service.executions().stream()
                .filter(execution -> execution.id() != null && execution.id() > plan.lastExecution())
                .toList();
        if (added.isEmpty()) {
            return Optional.empty();
        }
        Execution first = added.get(0);
        boolean ours = added.size() == 1
                && Long.valueOf(plan.lastExecution() + 1).equals(first.id())
                && first.currentState() == ExecutionState.ACTIVE;
        if (ours) {
            return Optional.of(first);
        }
        Refusal refusal = new Refusal("The answer to opening an execution was lost, and Stream " + request.streamId()
                + " has new executions that may be another program's ("
                + added.stream().map(Execution::id).toList()
                + "). If none is in use, abort what is open with "
                + service.abortCall(Plan.highest(added)) + " and upload again.");
        refusal.addSuppressed(lost);
        throw refusal;
    }

    private Execution accepted(Execution execution) {
        if (execution.id() == null) {
            throw new Refusal("The service opened an execution without telling its id. Abort the open one of Stream "
                    + request.streamId() + " and upload again.");
        }
        return execution;
    }
}
