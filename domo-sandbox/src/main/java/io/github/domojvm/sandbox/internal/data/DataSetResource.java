package io.github.domojvm.sandbox.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Page;
import io.github.domojvm.sandbox.internal.http.Params;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.query.QueryEngine;
import io.github.domojvm.sandbox.internal.rows.Column;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /v1/datasets}, except for the rows. */
final class DataSetResource {
    private static final int DEFAULT_LIMIT = 50;

    private final DataState state;
    private final People people;
    private final QueryEngine engine;

    DataSetResource(DataState state, People people, QueryEngine engine) {
        this.state = state;
        this.people = people;
        this.engine = engine;
    }

    void addTo(Router router) {
        router.add("POST", "/v1/datasets", "data", this::create)
                .add("GET", "/v1/datasets", "data", this::list)
                .add("GET", "/v1/datasets/{id}", "data", this::get)
                .add("PUT", "/v1/datasets/{id}", "data", this::update)
                .add("DELETE", "/v1/datasets/{id}", "data", this::delete);
    }

    /** Creates a DataSet from a request body. The creation of a Stream contains the same body. */
    static DataSetState create(DataState state, ObjectNode body, List<String> keys) {
        String name = name(Json.text(body, "name"));
        String description = Json.text(body, "description");
        List<Column> columns = Schema.columns(body.path("schema"), state.rules);
        for (String key : keys) {
            if (columns.stream().noneMatch(column -> column.name().equals(key))) {
                throw ApiException.badRequest("keyColumnNames: no column '" + key + "'");
            }
        }
        DataSetState dataSet = state.addDataSet(name, description, columns);
        dataSet.keyColumns = keys;
        state.note("CREATED", dataSet);
        return dataSet;
    }

    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        return ApiResponse.json(
                201, state.with(() -> create(state, body, List.of()).withSchema()));
    }

    private ApiResponse list(Call call) {
        Params params = call.params();
        Page page = Page.of(params, DEFAULT_LIMIT, DEFAULT_LIMIT);
        String like = Objects.requireNonNullElse(params.get("nameLike"), "").toLowerCase(Locale.ROOT);
        Comparator<DataSetState> order = order(params.get("sort"));
        return ApiResponse.json(200, state.with(() -> {
            Stream<DataSetState> found = state.dataSets().stream()
                    .filter(set -> set.name.toLowerCase(Locale.ROOT).contains(like));
            return page.of(order == null ? found : found.sorted(order), DataSetState::rowJson);
        }));
    }

    private ApiResponse get(Call call) {
        String id = call.variable(0);
        return ApiResponse.json(200, state.with(() -> {
            ObjectNode tombstone = state.tombstones.find(DataState.DATA_SET, id);
            if (tombstone != null) {
                return tombstone;
            }
            DataSetState dataSet = state.dataSet(id);
            state.note("VIEWED", dataSet);
            return dataSet.fullJson();
        }));
    }

    private ApiResponse update(Call call) throws IOException {
        ObjectNode body = call.json();
        return ApiResponse.json(200, state.with(() -> {
            DataSetState dataSet = state.dataSet(call.variable(0));
            update(dataSet, body);
            dataSet.updatedAt = state.now();
            state.note("UPDATED", dataSet);
            return dataSet.fullJson();
        }));
    }

    /** Updates the members in the body. All are read before anything is changed. */
    private void update(DataSetState dataSet, ObjectNode body) {
        String name = body.hasNonNull("name") ? name(Json.text(body, "name")) : dataSet.name;
        String description = Json.text(body, "description");
        Boolean pdpEnabled = Json.bool(body, "pdpEnabled");
        JsonNode schema = body.path("schema");
        long requested = body.path("owner").path("id").asLong();
        long ownerId = requested == 0 ? dataSet.ownerId : requested;
        String ownerName = people.userName(ownerId);
        if (ownerName == null) {
            throw ApiException.badRequest("owner: no user " + ownerId);
        }
        if (!schema.isMissingNode() && !schema.isNull()) {
            dataSet.columns = Schema.columns(schema, state.rules);
        }
        dataSet.name = name;
        dataSet.ownerId = ownerId;
        dataSet.ownerName = ownerName;
        dataSet.description = description == null ? dataSet.description : description;
        dataSet.pdpEnabled = pdpEnabled == null ? dataSet.pdpEnabled : pdpEnabled;
    }

    private ApiResponse delete(Call call) {
        return state.with(() -> {
            DataSetState dataSet = state.dataSet(call.variable(0));
            state.remove(dataSet);
            engine.release(dataSet.id);
            state.note("DELETED", dataSet);
            return ApiResponse.empty(204);
        });
    }

    private static String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw ApiException.badRequest("name must not be empty");
        }
        return name;
    }

    /**
     * Returns null for the order of creation. Sorts by cards or errors, which DataSets here do not have, also use it.
     */
    private static @Nullable Comparator<DataSetState> order(@Nullable String sort) {
        Comparator<DataSetState> byName = Comparator.comparing(set -> set.name);
        Comparator<DataSetState> byUpdate = Comparator.comparing(set -> set.updatedAt);
        Comparator<DataSetState> byCreation = Comparator.comparing(set -> set.createdAt);
        return switch (Objects.requireNonNullElse(sort, "")) {
            case "name" -> byName;
            case "nameDescending" -> byName.reversed();
            case "lastTouched", "lastUpdated" -> byUpdate.reversed();
            case "lastTouchedAscending", "lastUpdatedAscending" -> byUpdate;
            case "createdAt" -> byCreation.reversed();
            case "createdAtAscending" -> byCreation;
            case "dataSourceId" -> Comparator.comparing(set -> set.id);
            default -> null;
        };
    }
}
