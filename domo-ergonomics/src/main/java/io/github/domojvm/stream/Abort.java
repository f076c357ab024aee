package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.rest.model.ExecutionState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The result of an attempt to abort an execution. An error status proves nothing, so the execution is then read.
 *
 * @param note text to append to the message, with a leading space
 * @param state the final state of the execution if it was read, otherwise null
 * @param failure why the abort or the read failed, null if both succeeded
 */
record Abort(
        String note,
        @Nullable ExecutionState state,
        @Nullable DomoException failure) {
    private static final Logger LOG = LoggerFactory.getLogger(Abort.class);
    private static final int ATTEMPTS = 3;
    private static final Duration RETRY_WAIT = Duration.ofMillis(200);

    static Abort of(StreamCalls service, long executionId) {
        // An interrupted thread could not send the request. Like a stop, an interrupt leaves little time for it.
        boolean interrupted = Thread.interrupted();
        if (interrupted) {
            service.stop().stop();
        }
        try {
            return abort(service, executionId);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A second abort of an execution changes nothing, so one whose response is lost is sent again. */
    private static Abort abort(StreamCalls service, long executionId) {
        for (int attempt = 1; ; attempt++) {
            DomoException failure;
            try {
                service.abort(executionId);
                return new Abort(" Execution " + executionId + " was aborted.", null, null);
            } catch (DomoException e) {
                failure = e;
            }
            Abort abort = read(service, executionId, failure);
            // A request that was not sent has been retried already, as far as that can help.
            boolean lost = abort.failure() != null && Delivery.isLost(failure) && !failure.requestNotSent();
            boolean again = lost && attempt < ATTEMPTS;
            if (!again || !service.waitToCleanUp(RETRY_WAIT.multipliedBy(attempt))) {
                return abort.logged();
            }
        }
    }

    private static Abort read(StreamCalls service, long executionId, DomoException failure) {
        try {
            ExecutionState state = service.execution(executionId).currentState();
            return state == null || state == ExecutionState.ACTIVE
                    ? open(service, executionId, failure)
                    : new Abort(" Execution " + executionId + " ended as " + state + ".", state, null);
        } catch (DomoException e) {
            // A single 404 may be wrong: the service returns it for a short time after a commit (logstash-output-domo).
            if (e instanceof NotFoundException && failure instanceof NotFoundException) {
                return new Abort(" Execution " + executionId + " no longer exists.", null, null);
            }
            Failures.suppress(failure, e);
            return open(service, executionId, failure);
        }
    }

    private static Abort open(StreamCalls service, long executionId, DomoException failure) {
        return new Abort(
                " Execution " + executionId + " could not be aborted and may still be open. End it with "
                        + service.abortCall(executionId) + ".",
                null,
                failure);
    }

    private Abort logged() {
        if (failure != null) {
            LOG.warn("{}", note.strip(), failure);
        }
        return this;
    }
}
