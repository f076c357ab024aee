package io.github.domojvm.sandbox.internal.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.query.QueryEngine;
import io.github.domojvm.sandbox.internal.query.QueryException;
import io.github.domojvm.sandbox.internal.query.QueryResult;
import io.github.domojvm.sandbox.internal.rows.Column;
import io.github.domojvm.sandbox.internal.rows.Segment;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/datasets/query/execute/{id}}. Policies are not applied, since all clients act for the owner. */
final class QueryResource {
    private final DataState state;
    private final QueryEngine engine;

    QueryResource(DataState state, QueryEngine engine) {
        this.state = state;
        this.engine = engine;
    }

    void addTo(Router router) {
        router.add("POST", "/v1/datasets/query/execute/{id}", "data", this::query);
    }

    private ApiResponse query(Call call) throws IOException {
        String sql = Json.requiredText(call.json(), "sql");
        try (Rows rows = state.with(() -> new Rows(state.dataSet(call.variable(0))))) {
            String id = rows.dataSet.id;
            QueryResult result = engine.select(id, rows.columns, rows.segments, sql);
            state.with(() -> state.note("VIEWED", rows.dataSet));
            return ApiResponse.json(200, json(id, result));
        } catch (QueryException e) {
            throw ApiException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /** A snapshot of the rows and their schema for the duration of the query, since an upload can replace both. */
    private static final class Rows implements AutoCloseable {
        private final DataSetState dataSet;
        private final List<Column> columns;
        private final List<Segment> segments;

        Rows(DataSetState dataSet) {
            this.dataSet = dataSet;
            this.columns = dataSet.columns;
            this.segments = dataSet.segments.stream().map(Segment::retain).toList();
        }

        @Override
        public void close() {
            segments.forEach(Segment::release);
        }
    }

    private static ObjectNode json(String id, QueryResult result) {
        ObjectNode json = Json.object().put("datasource", id);
        ArrayNode names = json.putArray("columns");
        ArrayNode metadata = json.putArray("metadata");
        for (Column column : result.columns()) {
            names.add(column.name());
            metadata.addObject()
                    .put("type", column.type().name())
                    .put("dataSourceId", id)
                    .put("maxLength", -1)
                    .put("minLength", -1)
                    .put("periodIndex", 0);
        }
        ArrayNode rows = json.putArray("rows");
        for (List<@Nullable Object> row : result.rows()) {
            ArrayNode values = rows.addArray();
            row.forEach(value -> add(values, value));
        }
        return json.put("numRows", result.rows().size())
                .put("numColumns", result.columns().size())
                .put("fromcache", result.fromCache());
    }

    private static void add(ArrayNode values, @Nullable Object value) {
        if (value instanceof Long number) {
            values.add(number);
        } else if (value instanceof Double number) {
            values.add(number);
        } else if (value instanceof BigDecimal number) {
            values.add(number);
        } else {
            values.add((String) value);
        }
    }
}
