package io.github.domojvm.sandbox.internal.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.rows.Column;
import io.github.domojvm.sandbox.internal.rows.RowException;
import io.github.domojvm.sandbox.internal.rows.RowStore;
import io.github.domojvm.sandbox.internal.rows.Segment;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /v1/json}: rows as objects. Name and description are taken from the body, else from the query. */
final class SimpleResource {
    private final DataState state;
    private final RowStore store;
    private final Loading loading;

    SimpleResource(DataState state, RowStore store, Loading loading) {
        this.state = state;
        this.store = store;
        this.loading = loading;
    }

    void addTo(Router router) {
        router.add("POST", "/v1/json", "data", this::create).add("PUT", "/v1/json/{id}/data", "data", this::importRows);
    }

    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        String name = Objects.requireNonNullElse(Json.text(body, "name"), "");
        String wanted = name.isEmpty() ? call.params().get("name") : name;
        if (wanted == null || wanted.isBlank()) {
            throw ApiException.badRequest("name must not be empty");
        }
        String described = Json.text(body, "description");
        return ApiResponse.json(201, state.with(() -> {
            DataSetState dataSet = state.addDataSet(
                    wanted, described == null ? call.params().get("description") : described, List.of());
            state.note("CREATED", dataSet);
            return dataSet.withPolicies();
        }));
    }

    private ApiResponse importRows(Call call) throws IOException {
        ArrayNode objects = call.jsonArray();
        boolean append = Loading.APPEND.equals(call.params().get("updateMethod"));
        JsonTable table = JsonTable.of(objects);
        String id = call.variable(0);
        List<Column> present = state.with(() -> state.dataSet(id).columns);
        boolean schemaStays = append && !present.isEmpty();
        // "" and null leave a value out; a member that is not there is no such thing (Domo docs, Simple API).
        if (schemaStays && !table.eachHas(namesOf(present))) {
            return refusal(present);
        }
        List<Column> columns = schemaStays ? present : Schema.allowed(table.columns(), state.rules);
        Segment rows;
        try {
            rows = store.storeRows(table.rows(columns), columns);
        } catch (RowException e) {
            return refusal(columns);
        }
        try {
            return state.with(() -> {
                DataSetState dataSet = state.dataSet(id);
                // Another import may have replaced the schema while these rows were stored.
                if (append && !dataSet.columns.equals(present)) {
                    return refusal(dataSet.columns);
                }
                return take(dataSet, columns, rows, append ? Loading.APPEND : Loading.REPLACE);
            });
        } finally {
            rows.release();
        }
    }

    private ApiResponse take(DataSetState dataSet, List<Column> columns, Segment rows, String method) {
        try {
            dataSet.columns = columns;
            loading.apply(dataSet, List.of(rows), method, state.now());
            state.note("UPDATED", dataSet);
            return ApiResponse.empty(204);
        } catch (RowException e) {
            return refusal(columns);
        }
    }

    private static Set<String> namesOf(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.toSet());
    }

    /** The one error of Domo that is plain text (Domo docs, Simple API). */
    private static ApiResponse refusal(List<Column> expected) {
        String columns = expected.stream()
                .map(column -> "{type='" + column.type() + "', name='" + column.name() + "', metadata=null}")
                .collect(Collectors.joining(", "));
        return ApiResponse.text(400, "The uploaded data or schema is invalid. Expected: {columns=[" + columns + "]}");
    }
}
