package io.github.domojvm.sandbox.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Page;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /v1/streams}, except for the executions. */
final class StreamResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final String ALL_FIELDS = "all";

    private final DataState state;

    StreamResource(DataState state) {
        this.state = state;
    }

    void addTo(Router router) {
        router.add("POST", "/v1/streams", "data", this::create)
                .add("GET", "/v1/streams", "data", this::list)
                .add("GET", "/v1/streams/search", "data", this::search)
                .add("GET", "/v1/streams/{id}", "data", this::get)
                .add("PATCH", "/v1/streams/{id}", "data", this::update)
                .add("DELETE", "/v1/streams/{id}", "data", this::delete);
        if (state.rules.putUpdatesStream()) {
            router.add("PUT", "/v1/streams/{id}", "data", this::update);
        }
    }

    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        if (!(body.path("dataSet") instanceof ObjectNode description)) {
            throw ApiException.badRequest("dataSet is missing");
        }
        List<String> keys = keys(body);
        String method = method(Json.text(body, "updateMethod"), Loading.APPEND, keys);
        ObjectNode created = state.with(() -> {
            DataSetState dataSet = DataSetResource.create(state, description, keys);
            StreamState stream = state.addStream(dataSet, method);
            state.note("CREATED", stream);
            return stream.fullJson();
        });
        return ApiResponse.json(201, created)
                .with(
                        "Location",
                        call.base() + "/v1/streams/" + created.path("id").asLong());
    }

    private ApiResponse list(Call call) {
        return page(call, Page.of(call.params(), DEFAULT_LIMIT, MAX_LIMIT), stream -> true);
    }

    /** Returns all matches unless a limit is requested, since Domo documents no paging for searches. */
    private ApiResponse search(Call call) {
        Predicate<StreamState> filter =
                StreamSearch.of(Objects.requireNonNullElse(call.params().get("q"), ""));
        return page(call, Page.of(call.params(), Integer.MAX_VALUE, Integer.MAX_VALUE), filter);
    }

    private ApiResponse page(Call call, Page page, Predicate<StreamState> filter) {
        String fields = call.params().get("fields");
        boolean byName = "name".equals(call.params().get("sort"));
        return ApiResponse.json(200, state.with(() -> {
            Stream<StreamState> found = state.streams().stream().filter(filter);
            return page.of(
                    byName ? found.sorted(Comparator.comparing(stream -> stream.dataSet.name)) : found,
                    stream -> fields == null ? stream.json(true) : selected(stream.json(false), fields));
        }));
    }

    private ApiResponse get(Call call) {
        String fields = Objects.requireNonNullElse(call.params().get("fields"), ALL_FIELDS);
        return ApiResponse.json(
                200, state.with(() -> selected(state.stream(call.number(0)).fullJson(), fields)));
    }

    private ApiResponse update(Call call) throws IOException {
        ObjectNode body = call.json();
        return ApiResponse.json(200, state.with(() -> {
            StreamState stream = state.stream(call.number(0));
            stream.updateMethod =
                    method(Json.text(body, "updateMethod"), stream.updateMethod, stream.dataSet.keyColumns);
            stream.modifiedAt = state.now();
            state.note("UPDATED", stream);
            return stream.fullJson();
        }));
    }

    private ApiResponse delete(Call call) {
        return state.with(() -> {
            StreamState stream = state.stream(call.number(0));
            state.remove(stream);
            state.note("DELETED", stream);
            return ApiResponse.empty(204);
        });
    }

    static String method(@Nullable String requested, String defaultMethod, List<String> keys) {
        String method = Objects.requireNonNullElse(requested, defaultMethod);
        if (!List.of(Loading.APPEND, Loading.REPLACE, Loading.UPSERT).contains(method)) {
            throw ApiException.badRequest("updateMethod must be APPEND, REPLACE or UPSERT, but is '" + method + "'");
        }
        if (method.equals(Loading.UPSERT) && keys.isEmpty()) {
            throw ApiException.badRequest("UPSERT requires keyColumnNames");
        }
        return method;
    }

    /** Reads the key columns. One SDK of Domo sends a single {@code keyColumnName} instead of a list. */
    private static List<String> keys(ObjectNode body) {
        List<String> keys = new ArrayList<>();
        for (JsonNode key : body.path("keyColumnNames")) {
            keys.add(key.asText());
        }
        String single = Json.text(body, "keyColumnName");
        if (keys.isEmpty() && single != null) {
            keys.add(single);
        }
        return List.copyOf(keys);
    }

    private static ObjectNode selected(ObjectNode json, String fields) {
        Set<String> names = Arrays.stream(fields.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        if (!names.contains(ALL_FIELDS)) {
            List<String> members =
                    json.properties().stream().map(member -> member.getKey()).toList();
            for (String member : members) {
                if (!names.contains(member.toLowerCase(Locale.ROOT))) {
                    json.remove(member);
                }
            }
        }
        return json;
    }
}
