package io.github.domojvm.stream;

import io.github.domojvm.internal.Members;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last commit of a Stream by another execution. Both times are of the service: the local clock may be wrong.
 *
 * @param exists whether the Stream has another execution that was committed
 * @param age the time since it ended; null if it is unknown
 */
record PreviousCommit(boolean exists, @Nullable Duration age) {
    static final PreviousCommit NONE = new PreviousCommit(false, null);
    static final PreviousCommit UNKNOWN = new PreviousCommit(true, null);

    /**
     * Reads the executions and the Stream.
     *
     * @param ownExecution the execution that is not committed yet; 0 if there is none
     */
    static PreviousCommit read(StreamCalls service, long ownExecution, Cancellation cancellation) {
        return of(service.executions(cancellation), service.datedStream(), ownExecution);
    }

    static PreviousCommit of(ExecutionList executions, Dated<DomoStream> stream, long ownExecution) {
        Execution last = stream.content() == null ? null : stream.content().lastExecution();
        // Of a Stream with many executions, the list may lack the newest ones.
        List<Execution> committed = Stream.concat(executions.committed().stream(), Stream.ofNullable(last))
                .filter(execution -> !Objects.equals(Members.orNull(execution, Execution::id), ownExecution))
                .filter(PreviousCommit::wasCommitted)
                .toList();
        Optional<Instant> end = committed.stream()
                .map(execution -> execution.endedAt() == null ? execution.modifiedAt() : execution.endedAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        return new PreviousCommit(
                !committed.isEmpty(), end.map(time -> age(time, stream.sent())).orElse(null));
    }

    /** Returns the rest of the interval; empty if the interval has passed or the time of the commit is unknown. */
    Optional<Duration> rest(Duration interval) {
        return Optional.ofNullable(age).map(interval::minus).filter(rest -> !rest.isNegative());
    }

    /** Returns whether there was a commit at an unknown time. */
    boolean isUnknown() {
        return exists && age == null;
    }

    private static @Nullable Duration age(Instant end, @Nullable Instant now) {
        if (now == null) {
            return null;
        }
        Duration age = Duration.between(end, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static boolean wasCommitted(Execution execution) {
        ExecutionState state = execution.currentState();
        return state == ExecutionState.SUCCESS || state == ExecutionState.INVALID;
    }
}
