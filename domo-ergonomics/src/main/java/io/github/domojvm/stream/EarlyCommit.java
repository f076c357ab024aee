package io.github.domojvm.stream;

import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Waits or fails, if requested, before the execution is created: its commit would be too early. */
final class EarlyCommit {
    private static final int MOST_WAITS = 3;

    private final StreamCalls service;
    private final UploadRequest request;
    private final Timing timing;
    private final Cancellation stop;
    private final Listeners listeners;

    EarlyCommit(StreamCalls service, UploadRequest request, Timing timing, Cancellation stop, Listeners listeners) {
        this.service = service;
        this.request = request;
        this.timing = timing;
        this.stop = stop;
        this.listeners = listeners;
    }

    /** Returns the plan, which is read again after a wait. */
    Plan check(Plan plan) {
        CommitInterval setting = request.settings.commitInterval;
        Plan current = plan;
        for (int waits = 0; setting.appliesBeforeSending() && waits < MOST_WAITS; waits++) {
            ExecutionList executions = service.executions(stop);
            Plan.checkNoneOpen(request, executions);
            Optional<Duration> rest = PreviousCommit.of(executions, service.datedStream(), 0)
                    .rest(setting.interval())
                    .filter(left -> !left.isZero());
            if (rest.isEmpty()) {
                return current;
            }
            if (setting.fails()) {
                throw refusal(setting.interval(), rest.get());
            }
            sleep(rest.get());
            // Another program may have opened an execution or changed the columns during the wait.
            current = Plan.read(service, request, 0, stop);
            plan.checkUnchanged(service);
        }
        return current;
    }

    private void sleep(Duration wait) {
        listeners.commitDelayed(wait);
        try {
            timing.sleep(wait, stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UploadRefusedException(
                    FailureReason.STOPPED, "It was interrupted while it waited for the commit interval.", "", e);
        }
        if (stop.isCancelled()) {
            throw new CancellationException("stopped");
        }
    }

    private UploadRefusedException refusal(Duration interval, Duration rest) {
        return new UploadRefusedException(
                FailureReason.COMMIT_INTERVAL,
                "Stream " + request.streamId() + " was committed less than " + DurationText.of(interval)
                        + " ago. Its next commit is allowed in " + DurationText.of(rest) + ". Nothing was sent.",
                "Upload again then, or upload with CommitInterval.waitBeforeSending.");
    }
}
