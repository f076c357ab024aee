package io.github.domojvm.sandbox.internal.data;

import io.github.domojvm.sandbox.internal.data.ExecutionState.Part;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.rows.RowException;
import io.github.domojvm.sandbox.internal.rows.Segment;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code PUT .../commit}. Checks that the parts are complete, responds, and loads the rows after the commit delay. */
final class CommitResource {
    private final DataState state;
    private final Loading loading;
    private final DataRules rules;

    CommitResource(DataState state, Loading loading) {
        this.state = state;
        this.loading = loading;
        this.rules = state.rules;
    }

    void addTo(Router router) {
        router.add("PUT", "/v1/streams/{id}/executions/{execution}/commit", "data", this::commit);
    }

    private ApiResponse commit(Call call) {
        return ApiResponse.json(200, state.with(() -> {
            StreamState stream = state.stream(call.number(0));
            ExecutionState execution = ExecutionResource.execution(stream, call);
            if (!execution.active()) {
                throw ApiException.badRequest("Execution " + execution.id + " has ended as " + execution.state());
            }
            if (execution.open()) {
                rejectIncompleteParts(execution);
                rejectEarlyCommit(stream);
                stream.lastCommit = state.now();
                execution.commit(state.now());
                state.note("UPDATED", stream.dataSet);
                state.later(rules.commitDelay(), () -> process(stream, execution));
            } else if (rules.secondCommitDuplicatesRows()) {
                execution.commit(state.now());
            }
            return execution.fullJson();
        }));
    }

    private void rejectIncompleteParts(ExecutionState execution) {
        if (execution.parts.isEmpty()) {
            if (rules.emptyCommitSucceeds()) {
                return;
            }
            throw ApiException.badRequest("Execution " + execution.id + " has no parts");
        }
        long first = execution.parts.firstKey();
        boolean gap = first > 1 || execution.parts.lastKey() - first + 1 != execution.parts.size();
        if (gap && !rules.partGapsAllowed()) {
            throw ApiException.badRequest(
                    "Too many non-consecutive part ids. Make consecutive or upload multiple data versions");
        }
    }

    private void rejectEarlyCommit(StreamState stream) {
        Instant last = stream.lastCommit;
        if (last == null || rules.commitInterval().isZero()) {
            return;
        }
        Duration left = Duration.between(state.now(), last.plus(rules.commitInterval()));
        if (left.compareTo(Duration.ZERO) > 0) {
            String message = "Stream " + stream.id + " was committed less than "
                    + rules.commitInterval().toSeconds() + " s ago";
            throw rules.earlyCommitStatus() == ApiException.TOO_MANY_REQUESTS
                    ? ApiException.tooManyRequests(message, left)
                    : ApiException.standard(rules.earlyCommitStatus(), message);
        }
    }

    private void process(StreamState stream, ExecutionState execution) {
        if (!execution.active()) {
            return;
        }
        @Nullable String problem = stream.dataSetDeleted ? "no DataSet" : load(stream, execution);
        Instant now = state.now();
        long rows = rows(execution).stream().mapToLong(Segment::rows).sum();
        execution.end(problem == null ? ExecutionState.SUCCESS : ExecutionState.INVALID, rows, now);
        stream.modifiedAt = now;
    }

    private @Nullable String load(StreamState stream, ExecutionState execution) {
        for (Part part : execution.parts.values()) {
            if (part.problem() != null) {
                return part.problem();
            }
        }
        try {
            loading.apply(stream.dataSet, rows(execution), execution.updateMethod, state.now());
            return null;
        } catch (RowException | UncheckedIOException e) {
            return e.getMessage();
        }
    }

    /** Returns the rows of all parts in order, once for each commit. */
    private static List<Segment> rows(ExecutionState execution) {
        List<Segment> rows = new ArrayList<>();
        for (int i = 0; i < execution.commits; i++) {
            for (Part part : execution.parts.values()) {
                if (part.rows() != null) {
                    rows.add(part.rows());
                }
            }
        }
        return rows;
    }
}
