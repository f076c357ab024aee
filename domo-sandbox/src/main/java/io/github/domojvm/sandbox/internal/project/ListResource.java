package io.github.domojvm.sandbox.internal.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.util.Objects;

/** {@code /v1/projects/{id}/lists}. */
final class ListResource {
    private final ProjectsState state;

    ListResource(ProjectsState state) {
        this.state = state;
    }

    void addTo(Router router) {
        router.add("POST", "/v1/projects/{id}/lists", "workflow", this::create)
                .add("GET", "/v1/projects/{id}/lists", "workflow", this::list)
                .add("GET", "/v1/projects/{id}/lists/{listId}", "workflow", this::get)
                .add("PUT", "/v1/projects/{id}/lists/{listId}", "workflow", this::update)
                .add("DELETE", "/v1/projects/{id}/lists/{listId}", "workflow", this::delete);
    }

    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        String name = Json.requiredText(body, "name");
        ListType type = ListType.of(body);
        long index = Objects.requireNonNullElse(Positions.read(body, "index"), 1L);
        return ApiResponse.json(200, state.with(() -> {
            ProjectState project = state.project(call.variable(0));
            ListState list = new ListState(state.nextId(), name, type, state.now());
            Positions.put(project.lists, list, index);
            state.note("CREATED", list);
            return list.fullJson(project.index(list));
        }));
    }

    private ApiResponse list(Call call) {
        return ApiResponse.json(200, state.with(() -> {
            ProjectState project = state.project(call.variable(0));
            ArrayNode lists = Json.array();
            project.lists.forEach(list -> lists.add(list.json(project.index(list))));
            return lists;
        }));
    }

    private ApiResponse get(Call call) {
        return ApiResponse.json(200, state.with(() -> {
            ProjectState project = state.project(call.variable(0));
            ListState list = project.list(call.variable(1));
            state.note("VIEWED", list);
            return list.fullJson(project.index(list));
        }));
    }

    private ApiResponse update(Call call) throws IOException {
        ObjectNode body = call.json();
        String name = Json.requiredText(body, "name");
        ListType type = ListType.of(body);
        Long index = Positions.read(body, "index");
        if (index == null) {
            throw ApiException.badRequest("index is missing");
        }
        return ApiResponse.json(200, state.with(() -> {
            ProjectState project = state.project(call.variable(0));
            ListState list = project.list(call.variable(1));
            list.name = name;
            list.type = type;
            list.updatedDate = state.now();
            Positions.put(project.lists, list, index);
            state.note("UPDATED", list);
            return list.fullJson(project.index(list));
        }));
    }

    /** Deletes the list and its tasks, since a task must belong to a list. */
    private ApiResponse delete(Call call) {
        return state.with(() -> {
            ProjectState project = state.project(call.variable(0));
            ListState list = project.list(call.variable(1));
            project.lists.remove(list);
            state.note("DELETED", list);
            return ApiResponse.empty(200);
        });
    }
}
