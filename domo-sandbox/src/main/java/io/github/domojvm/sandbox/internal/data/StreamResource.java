package io.github.domojvm.sandbox.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.Answer;
import io.github.domojvm.sandbox.internal.http.ApiError;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Params;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /v1/streams} without the Executions. */
final class StreamResource {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final DataState state;
    private final boolean putUpdates;

    StreamResource(DataState state, boolean putUpdates) {
        this.state = state;
        this.putUpdates = putUpdates;
    }

    void addTo(Router router) {
        router.add("POST", "/v1/streams", "data", this::create)
                .add("GET", "/v1/streams", "data", this::list)
                .add("GET", "/v1/streams/search", "data", this::search)
                .add("GET", "/v1/streams/{id}", "data", this::get)
                .add("PATCH", "/v1/streams/{id}", "data", this::update)
                .add("DELETE", "/v1/streams/{id}", "data", this::delete);
        if (putUpdates) {
            router.add("PUT", "/v1/streams/{id}", "data", this::update);
        }
    }

    private Answer create(Call call) throws IOException {
        ObjectNode body = call.json();
        if (!(body.path("dataSet") instanceof ObjectNode description)) {
            throw ApiError.badRequest("dataSet is missing");
        }
        List<String> keys = keys(body);
        String method = method(Json.text(body, "updateMethod"), Loading.APPEND, keys);
        ObjectNode created = state.with(() -> {
            DataSetState dataSet = DataSetResource.create(state, description, keys);
            StreamState stream = state.addStream(dataSet, method);
            state.note("CREATED", stream);
            return stream.json(false);
        });
        return Answer.json(201, created)
                .with(
                        "Location",
                        call.base() + "/v1/streams/" + created.path("id").asLong());
    }

    private Answer list(Call call) {
        return page(call, stream -> true);
    }

    private Answer search(Call call) {
        return page(call, matching(Objects.requireNonNullElse(call.params().get("q"), "")));
    }

    private Answer page(Call call, Predicate<StreamState> wanted) {
        Params params = call.params();
        int limit = Math.min(params.number("limit", PAGE, 1), LARGEST_PAGE);
        int offset = params.number("offset", 0, 0);
        String fields = params.get("fields");
        boolean byName = "name".equals(params.get("sort"));
        return Answer.json(200, state.with(() -> {
            Stream<StreamState> found = state.streams().stream().filter(wanted);
            ArrayNode page = Json.array();
            (byName ? found.sorted(Comparator.comparing(stream -> stream.dataSet.name)) : found)
                    .skip(offset)
                    .limit(limit)
                    .forEach(stream -> page.add(chosen(stream, fields)));
            return page;
        }));
    }

    private Answer get(Call call) {
        return Answer.json(200, state.with(() -> state.stream(call.number(0)).json(false)));
    }

    private Answer update(Call call) throws IOException {
        ObjectNode body = call.json();
        return Answer.json(200, state.with(() -> {
            StreamState stream = state.stream(call.number(0));
            stream.updateMethod =
                    method(Json.text(body, "updateMethod"), stream.updateMethod, stream.dataSet.keyColumns);
            stream.modifiedAt = state.now();
            state.note("UPDATED", stream);
            return stream.json(false);
        }));
    }

    private Answer delete(Call call) {
        return state.with(() -> {
            StreamState stream = state.stream(call.number(0));
            state.remove(stream);
            state.note("DELETED", stream);
            return Answer.empty(204);
        });
    }

    static String method(@Nullable String asked, String otherwise, List<String> keys) {
        String method = Objects.requireNonNullElse(asked, otherwise);
        if (!List.of(Loading.APPEND, Loading.REPLACE, Loading.UPSERT).contains(method)) {
            throw ApiError.badRequest("updateMethod must be APPEND, REPLACE or UPSERT, but is '" + method + "'");
        }
        if (method.equals(Loading.UPSERT) && keys.isEmpty()) {
            throw ApiError.badRequest("UPSERT needs keyColumnNames");
        }
        return method;
    }

    /** One SDK of Domo sends a single {@code keyColumnName} in place of the list. */
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

    private static ObjectNode chosen(StreamState stream, @Nullable String fields) {
        if (fields == null) {
            return stream.json(true);
        }
        Set<String> names = Arrays.stream(fields.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        ObjectNode json = stream.json(false);
        if (!names.contains("all")) {
            Iterable<String> members =
                    json.properties().stream().map(member -> member.getKey()).toList();
            for (String member : members) {
                if (!names.contains(member.toLowerCase(Locale.ROOT))) {
                    json.remove(member);
                }
            }
        }
        return json;
    }

    private static Predicate<StreamState> matching(String query) {
        int colon = query.indexOf(':');
        String value = query.substring(colon + 1);
        return switch (query.substring(0, Math.max(0, colon))) {
            case "dataSource.id" -> stream -> stream.dataSet.id.equals(value);
            case "dataSource.owner.id" -> stream -> value.equals(Long.toString(stream.dataSet.ownerId));
            case "dataSource.name" -> {
                Pattern name = wildcards(value);
                yield stream -> name.matcher(stream.dataSet.name).matches();
            }
            default -> throw ApiError.badRequest("q has no known qualifier: '" + query + "'");
        };
    }

    private static Pattern wildcards(String text) {
        String regex = Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
