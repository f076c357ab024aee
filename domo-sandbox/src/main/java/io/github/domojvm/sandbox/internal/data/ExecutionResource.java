package io.github.domojvm.sandbox.internal.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.data.ExecutionState.Part;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Gzip;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Params;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.rows.Column;
import io.github.domojvm.sandbox.internal.rows.RowException;
import io.github.domojvm.sandbox.internal.rows.RowStore;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** {@code /v1/streams/{id}/executions}: creates, lists, gets and aborts executions, and stores their parts. */
final class ExecutionResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final DataState state;
    private final RowStore store;

    ExecutionResource(DataState state, RowStore store) {
        this.state = state;
        this.store = store;
    }

    void addTo(Router router) {
        String executions = "/v1/streams/{id}/executions";
        router.add("POST", executions, "data", this::create)
                .add("GET", executions, "data", this::list)
                .add("PUT", executions + "/abort", "data", this::abortCurrent)
                .add("GET", executions + "/{execution}", "data", this::get)
                .add("PUT", executions + "/{execution}/part/{part}", "data", this::part)
                .add("PUT", executions + "/{execution}/abort", "data", this::abort);
    }

    /** Returns the execution that a call names. */
    static ExecutionState execution(StreamState stream, Call call) {
        long id = call.number(1);
        return stream.executions.stream()
                .filter(execution -> execution.id == id)
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("Execution", id));
    }

    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        return ApiResponse.json(200, state.with(() -> {
            StreamState stream = state.stream(call.number(0));
            if (stream.dataSetDeleted) {
                throw ApiException.notFound("DataSet", stream.dataSet.id);
            }
            String method = StreamResource.method(
                    Json.text(body, "updateMethod"), stream.updateMethod, stream.dataSet.keyColumns);
            abort(stream.active());
            ExecutionState execution = new ExecutionState(stream.executions.size() + 1L, method, state.now());
            stream.executions.add(execution);
            return execution.fullJson();
        }));
    }

    private ApiResponse list(Call call) {
        Params params = call.params();
        int limit = Math.min(params.number("limit", DEFAULT_LIMIT, 1), MAX_LIMIT);
        int offset = params.number("offset", 0, 0);
        return ApiResponse.json(200, state.with(() -> {
            ArrayNode page = Json.array();
            state.stream(call.number(0)).executions.stream()
                    .skip(offset)
                    .limit(limit)
                    .forEach(execution -> page.add(execution.json()));
            return page;
        }));
    }

    private ApiResponse get(Call call) {
        return ApiResponse.json(
                200,
                state.with(() -> execution(state.stream(call.number(0)), call).fullJson()));
    }

    /** Writes the body to disk outside the lock, so that parts can be uploaded concurrently. */
    private ApiResponse part(Call call) throws IOException {
        long number = call.number(2);
        List<Column> columns = state.with(() -> {
            StreamState stream = state.stream(call.number(0));
            requireOpen(stream, execution(stream, call));
            return stream.dataSet.columns;
        });
        Part part = stored(call, columns);
        return ApiResponse.json(200, state.with(() -> {
            try {
                StreamState stream = state.stream(call.number(0));
                ExecutionState execution = execution(stream, call);
                requireOpen(stream, execution);
                execution.put(number, part, state.now());
                return execution.fullJson();
            } catch (ApiException e) {
                part.release();
                throw e;
            }
        }));
    }

    private Part stored(Call call, List<Column> columns) throws IOException {
        String problem;
        try (InputStream csv = Gzip.decompress(call.body())) {
            boolean headerAllowed = call.number(2) <= 1 || !state.rules.headerInFirstPartOnly();
            return new Part(store.store(csv, columns, headerAllowed), null);
        } catch (RowException e) {
            problem = "Part " + call.number(2) + " is invalid: " + e.getMessage();
        } catch (EOFException | ZipException e) {
            problem = "Part " + call.number(2) + " is invalid: corrupt gzip data";
        }
        if (state.rules.invalidRowsRejectedAtPart()) {
            throw ApiException.badRequest(problem);
        }
        return new Part(null, problem);
    }

    private ApiResponse abort(Call call) {
        return ApiResponse.json(200, state.with(() -> {
            ExecutionState execution = execution(state.stream(call.number(0)), call);
            if (!execution.active() && !execution.aborted()) {
                throw ApiException.badRequest("Execution " + execution.id + " has ended as " + execution.state());
            }
            abort(execution);
            return execution.fullJson();
        }));
    }

    private ApiResponse abortCurrent(Call call) {
        return state.with(() -> {
            abort(state.stream(call.number(0)).active());
            return ApiResponse.empty(204);
        });
    }

    private void abort(@Nullable ExecutionState execution) {
        if (execution != null && execution.active()) {
            execution.end(ExecutionState.ABORTED, 0, state.now());
        }
    }

    private static void requireOpen(StreamState stream, ExecutionState execution) {
        if (stream.dataSetDeleted) {
            throw ApiException.notFound("DataSet", stream.dataSet.id);
        }
        if (!execution.open()) {
            throw ApiException.badRequest("Execution " + execution.id + " accepts no parts: it is "
                    + (execution.active() ? "committed" : execution.state()));
        }
    }
}
