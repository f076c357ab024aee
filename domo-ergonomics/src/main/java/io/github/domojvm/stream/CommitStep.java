package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.rest.model.UpdateMethod;
import java.time.Duration;
import java.util.Optional;

/**
 * Commits the execution. If the commit is not acknowledged, the execution is read before anything is concluded: a proxy
 * may have forwarded the commit twice and returned the second response. After a lost response, the commit of an APPEND
 * is not sent again. With another update method it is, if the execution is still active after a minute: a second commit
 * then stores the same rows. A commit that is rejected because it is too early is retried by {@link CommitWait}.
 */
final class CommitStep {
    private static final int ATTEMPTS = 3;
    /** How long the effect of a commit may take to become visible. */
    static final Duration GRACE = Duration.ofSeconds(60);

    private final StreamCalls service;
    private final UpdateMethod method;
    private final long executionId;
    private final ExecutionPoller watch;
    private final CommitWait wait;
    private final CommitWait.Events events;
    private final Timing timing;
    private final Cancellation stop;

    CommitStep(
            StreamCalls service,
            UpdateMethod method,
            long executionId,
            ExecutionPoller watch,
            CommitWait wait,
            CommitWait.Events events,
            Timing timing,
            Cancellation stop) {
        this.service = service;
        this.method = method;
        this.executionId = executionId;
        this.watch = watch;
        this.wait = wait;
        this.events = events;
        this.timing = timing;
        this.stop = stop;
    }

    /**
     * Commits the execution, after a wait if it is too early.
     *
     * @param patience how long the service may take to process the rows; also the limit of the lookup after a lost
     *     response. A wait for the commit interval does not count
     */
    Verdict commit(Duration patience) {
        while (true) {
            long start = timing.nanos();
            try {
                service.commit(executionId);
                return Verdict.acknowledged("");
            } catch (DomoException e) {
                boolean notSent = Delivery.wasNotSent(e);
                if (notSent && !wait.hasWaited()) {
                    return Verdict.refused(e.getMessage(), e, true);
                }
                if (!notSent && Delivery.isLost(e)) {
                    return lost(e, patience.minusNanos(timing.nanos() - start));
                }
                if (!wait.await(e, GRACE)) {
                    return wait.explain(settle(e));
                }
            }
        }
    }

    /** Commits the execution if an earlier commit may have been sent whose response is lost. */
    Verdict commitAgain(Duration patience) {
        long start = timing.nanos();
        try {
            service.commit(executionId);
            return Verdict.acknowledged("");
        } catch (DomoException e) {
            return lost(e, patience.minusNanos(timing.nanos() - start));
        }
    }

    /** After a lost response, an error status of a later commit may only mean that the first one was accepted. */
    private Verdict lost(DomoException first, Duration patience) {
        long start = timing.nanos();
        DomoException failure = first;
        for (int attempt = 1; ; attempt++) {
            Duration left = patience.minusNanos(timing.nanos() - start);
            boolean last = method == UpdateMethod.APPEND || attempt == ATTEMPTS || left.compareTo(GRACE) <= 0;
            Optional<Verdict> verdict = read(failure, last ? left : GRACE);
            if (verdict.isPresent()) {
                return verdict.get();
            }
            if (last || stop.isCancelled() || !events.mayRetry()) {
                return Verdict.unknown(
                        "The response to the commit was lost, and execution " + executionId
                                + " is still active: it is being processed, or the commit did not arrive.",
                        failure);
            }
            try {
                service.commit(executionId);
                return Verdict.acknowledged("");
            } catch (DomoException e) {
                failure = e;
            }
        }
    }

    /** If the execution ended, its state counts instead of the error response. If it did not, an abort settles it. */
    private Verdict settle(DomoException refusal) {
        Verdict verdict = wait.ended()
                .or(() -> read(refusal, GRACE))
                .filter(ended -> ended.kind() != Verdict.Kind.FAILED)
                .orElseGet(() -> Settlement.of(service, executionId, watch, refusal));
        return verdict.kind() == Verdict.Kind.REFUSED ? verdict.after(refusal) : verdict;
    }

    private Optional<Verdict> read(DomoException commit, Duration patience) {
        try {
            return watch.await(patience);
        } catch (DomoException e) {
            Failures.suppress(commit, e);
            return Optional.of(Verdict.unknown(
                    "The commit was not acknowledged (" + commit.getMessage() + "), and the state of execution "
                            + executionId + " cannot be read.",
                    commit));
        }
    }
}
