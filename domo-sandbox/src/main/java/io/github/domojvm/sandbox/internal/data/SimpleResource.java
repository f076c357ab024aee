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

/** {@code /v1/json}: rows as JSON objects. Name and description are read from the body, else from the query. */
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
        String dataSetName = name.isEmpty() ? call.params().get("name") : name;
        if (dataSetName == null || dataSetName.isBlank()) {
            throw ApiException.badRequest("name must not be empty");
        }
        String description = Json.text(body, "description");
        return ApiResponse.json(201, state.with(() -> {
            DataSetState dataSet = state.addDataSet(
                    dataSetName, description == null ? call.params().get("description") : description, List.of());
            state.note("CREATED", dataSet);
            return dataSet.withPolicies();
        }));
    }

    private ApiResponse importRows(Call call) throws IOException {
        ArrayNode objects = call.jsonArray();
        boolean append = Loading.APPEND.equals(call.params().get("updateMethod"));
        JsonTable table = JsonTable.of(objects);
        String id = call.variable(0);
        List<Column> existing = state.with(() -> state.dataSet(id).columns);
        boolean schemaUnchanged = append && !existing.isEmpty();
        // "" and null are missing values; a missing member is an error (Domo docs, Simple API).
        if (schemaUnchanged && !table.eachHasExactly(namesOf(existing))) {
            return schemaMismatch(existing);
        }
        List<Column> columns = schemaUnchanged ? existing : Schema.checkNames(table.columns(), state.rules);
        Segment rows;
        try {
            rows = store.storeRows(table.rows(columns), columns);
        } catch (RowException e) {
            return schemaMismatch(columns);
        }
        try {
            return state.with(() -> {
                DataSetState dataSet = state.dataSet(id);
                // Another import may have replaced the schema while these rows were stored.
                if (append && !dataSet.columns.equals(existing)) {
                    return schemaMismatch(dataSet.columns);
                }
                return load(dataSet, columns, rows, append ? Loading.APPEND : Loading.REPLACE);
            });
        } finally {
            rows.release();
        }
    }

    private ApiResponse load(DataSetState dataSet, List<Column> columns, Segment rows, String method) {
        try {
            dataSet.columns = columns;
            loading.apply(dataSet, List.of(rows), method, state.now());
            state.note("UPDATED", dataSet);
            return ApiResponse.empty(204);
        } catch (RowException e) {
            return schemaMismatch(columns);
        }
    }

    private static Set<String> namesOf(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.toSet());
    }

    /** Creates the only error of Domo that is plain text (Domo docs, Simple API). */
    private static ApiResponse schemaMismatch(List<Column> expected) {
        String columns = expected.stream()
                .map(column -> "{type='" + column.type() + "', name='" + column.name() + "', metadata=null}")
                .collect(Collectors.joining(", "));
        return ApiResponse.text(400, "The uploaded data or schema is invalid. Expected: {columns=[" + columns + "]}");
    }
}
