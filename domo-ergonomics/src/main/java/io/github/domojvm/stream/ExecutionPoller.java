package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.rest.model.ExecutionState;
import java.time.Duration;
import java.util.Optional;

/** Reads the state of an execution until it is final. */
final class ExecutionPoller {
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final StreamCalls service;
    private final long executionId;
    private final Timing timing;
    private final Cancellation cancellation;

    ExecutionPoller(StreamCalls service, long executionId, Timing timing, Cancellation cancellation) {
        this.service = service;
        this.executionId = executionId;
        this.timing = timing;
        this.cancellation = cancellation;
    }

    /**
     * Reads the state until it is final.
     *
     * @param patience the maximum time to wait
     * @return the verdict; empty if the execution is still active when the time has passed
     * @throws DomoException if the last read fails
     */
    Optional<Verdict> await(Duration patience) {
        long start = timing.nanos();
        Duration wait = FIRST_WAIT;
        while (true) {
            boolean last = timing.nanos() - start >= Timing.nanosOf(patience) || cancellation.isCancelled();
            Optional<Verdict> verdict = read(last);
            if (verdict.isPresent() || last) {
                return verdict;
            }
            sleep(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        }
    }

    /**
     * The service may return 404 or a server error shortly after a commit (logstash-output-domo), so only the last
     * response counts.
     */
    private Optional<Verdict> read(boolean last) {
        try {
            ExecutionState state = service.execution(executionId).currentState();
            return state == null ? Optional.empty() : verdict(state);
        } catch (DomoException e) {
            if (last) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Returns the verdict on an execution in a state; empty if the state is not final. */
    Optional<Verdict> verdict(ExecutionState state) {
        return switch (state) {
            case SUCCESS -> Optional.of(Verdict.processed());
            case ABORTED -> Optional.of(ended(state, "it was aborted, or another program opened an execution."));
            case INVALID ->
                Optional.of(
                        ended(state, "the service could not process the rows.").withInvalidRows());
            // Not documented, but observed by other clients (logstash-output-domo aborts such executions).
            case ERROR, FAILED ->
                Optional.of(Verdict.failed("Execution " + executionId + " is in the state " + state + "."));
            case ACTIVE, UNKNOWN -> Optional.empty();
        };
    }

    private Verdict ended(ExecutionState state, String meaning) {
        return Verdict.refused("Execution " + executionId + " ended as " + state + ": " + meaning, null, false);
    }

    private void sleep(Duration wait) {
        try {
            timing.sleep(wait, cancellation);
        } catch (InterruptedException e) {
            // Only the wait ends. A commit is not undone.
            cancellation.cancel();
            Thread.currentThread().interrupt();
        }
    }
}
