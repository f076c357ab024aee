package io.github.domojvm.upload;

import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.Cancellation;
import io.github.domojvm.rest.model.UpdateMethod;
import java.time.Duration;
import java.util.Optional;

/**
 * Commits, once. When the answer is lost, the state of the execution is read instead; only where doubled rows cannot come of
 * it is the commit sent again.
 */
final class CommitStep {
    private static final int ATTEMPTS = 3;
    /** How long a commit whose answer was lost may take to show. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final Service service;
    private final UpdateMethod method;
    private final long executionId;
    private final Watch watch;
    private final Cancellation stop;

    CommitStep(Service service, UpdateMethod method, long executionId, Watch watch, Cancellation stop) {
        this.service = service;
        this.method = method;
        this.executionId = executionId;
        this.watch = watch;
        this.stop = stop;
    }

    Verdict commit() {
        for (int attempt = 1; ; attempt++) {
            try {
                Object ignored = service.commit(executionId, stop);
                return Verdict.acknowledged("");
            } catch (DomoException e) {
                // After a lost answer even a refusal may only say that the first commit was taken.
                if (attempt == 1 && refused(e)) {
                    return Verdict.refused(e.getMessage(), e, true);
                }
                Optional<Verdict> verdict = look(e);
                if (verdict.isPresent()) {
                    return verdict.get();
                }
                if (method == UpdateMethod.APPEND || attempt == ATTEMPTS || stop.isCancelled()) {
                    return Verdict.unknown(
                            "The answer to the commit was lost, and execution " + executionId
                                    + " is still active: it is" + " being processed, or the commit did not arrive.",
                            e);
                }
            }
        }
    }

    private Optional<Verdict> look(DomoException lost) {
        try {
            return watch.await(GRACE);
        } catch (DomoException e) {
            lost.addSuppressed(e);
            return Optional.of(Verdict.unknown(
                    "The answer to the commit was lost, and the state of execution " + executionId + " cannot be read.",
                    lost));
        }
    }

    /** Whether the service surely did not act on the commit. */
    private static boolean refused(DomoException e) {
        if (e instanceof DomoApiException api) {
            boolean passing = api.status() >= 500 || api.status() == 408 || api.status() == 425;
            // Without a token the commit was not sent, or was rejected.
            return !passing || api.failure().path().endsWith("/oauth/token");
        }
        return e instanceof DomoIoException io && io.requestNotSent();
    }
}
