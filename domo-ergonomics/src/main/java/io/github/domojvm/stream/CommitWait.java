package io.github.domojvm.stream;

import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.RateLimitException;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.rest.model.ExecutionState;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Waits for the rest of the commit interval after the service has rejected a commit, since what it responds to an early
 * commit is not documented. Used for one execution.
 */
final class CommitWait {
    private static final int MOST_WAITS = 3;
    private static final String UNKNOWN_TIME =
            " The time of the Stream's previous commit is unknown, so the upload did not wait for the commit interval.";
    private static final Set<Integer> POSSIBLY_TOO_EARLY = Set.of(400, 409, 429);

    private final StreamCalls service;
    private final CommitInterval setting;
    private final long executionId;
    private final ExecutionPoller watch;
    private final Timing timing;
    private final Cancellation stop;
    private final boolean refusedBefore;
    private final Events events;
    private int waits;
    private boolean interrupted;
    private String note = "";
    private Optional<Verdict> ended = Optional.empty();

    CommitWait(
            StreamCalls service,
            CommitInterval setting,
            long executionId,
            ExecutionPoller watch,
            Timing timing,
            Cancellation stop,
            boolean refusedBefore,
            Events events) {
        this.service = service;
        this.setting = setting;
        this.executionId = executionId;
        this.watch = watch;
        this.timing = timing;
        this.stop = stop;
        this.refusedBefore = refusedBefore;
        this.events = events;
    }

    /** Receives the events of a wait. */
    interface Events {
        /** Called when a wait begins, after the service has rejected the commit. */
        void delayed(Duration wait);

        /** Called before the commit is sent again. Returns false if it must not be. */
        boolean mayRetry();
    }

    /** Returns the verdict on the execution if it was in a final state when it was last read. */
    Optional<Verdict> ended() {
        return ended;
    }

    /** Returns whether an earlier commit was rejected, in this run or in an earlier one. */
    boolean hasWaited() {
        return refusedBefore || waits > 0;
    }

    /**
     * Waits if the commit may have been rejected because of the interval.
     *
     * @param refusal the failed commit
     * @param shortest the minimum wait, so that the effect of a commit that was processed nevertheless is visible
     * @return true if the execution is still active after a wait, so that the commit may be sent again
     */
    boolean await(DomoException refusal, Duration shortest) {
        if (!setting.waitsAfterRefusal() || !isPossiblyTooEarly(refusal)) {
            return false;
        }
        PreviousCommit previous = isActive(refusal) ? previous(refusal) : PreviousCommit.NONE;
        Optional<Duration> rest = previous.rest(setting.interval());
        if (rest.isEmpty()) {
            note = previous.isUnknown() ? UNKNOWN_TIME : "";
            return false;
        }
        if (waits == MOST_WAITS) {
            note = " It was sent " + (waits + 1) + " times, and the Stream's previous commit is still more recent than "
                    + DurationText.of(setting.interval()) + ".";
            return false;
        }
        waits++;
        sleep(longest(longest(rest.get(), requested(refusal)), shortest));
        return !stop.isCancelled() && isActive(refusal) && events.mayRetry();
    }

    /** Adds to the verdict on a commit that is not sent again why that is. Call it when no further request follows. */
    Verdict explain(Verdict verdict) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (verdict.kind() != Verdict.Kind.REFUSED) {
            return verdict;
        }
        return waits > 0 && stop.isCancelled() ? verdict.stopped() : verdict.with(note);
    }

    private boolean isPossiblyTooEarly(DomoException refusal) {
        return refusal instanceof DomoApiException api
                && !Delivery.wasNotSent(api)
                && POSSIBLY_TOO_EARLY.contains(api.status());
    }

    private boolean isActive(DomoException refusal) {
        try {
            ExecutionState state = service.execution(executionId).currentState();
            ended = state == null ? Optional.empty() : watch.verdict(state);
            return state == ExecutionState.ACTIVE;
        } catch (DomoException e) {
            Failures.suppress(refusal, e);
            return false;
        }
    }

    private PreviousCommit previous(DomoException refusal) {
        try {
            return PreviousCommit.read(service, executionId, stop);
        } catch (DomoException | CancellationException e) {
            Failures.suppress(refusal, e);
            return PreviousCommit.UNKNOWN;
        }
    }

    /** A wait that the service requests counts, but not beyond the interval. */
    private Duration requested(DomoException refusal) {
        Duration wait = refusal instanceof RateLimitException limited
                ? limited.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
        return wait.compareTo(setting.interval()) > 0 ? setting.interval() : wait;
    }

    private void sleep(Duration wait) {
        events.delayed(wait);
        try {
            timing.sleep(wait, stop);
        } catch (InterruptedException e) {
            // The flag is set by explain(): it would make the requests fail that abort the execution.
            interrupted = true;
            stop.cancel();
        }
    }

    private static Duration longest(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
