package io.github.domojvm.sandbox.internal.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Page;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.people.PeopleApi;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tasks of projects and lists. */
final class TaskResource {
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 50;
    private static final String TASKS = "/v1/projects/{id}/lists/{listId}/tasks";

    private final ProjectsState state;
    private final PeopleApi people;

    TaskResource(ProjectsState state, PeopleApi people) {
        this.state = state;
        this.people = people;
    }

    /** Adds POST, which the SDKs use to create a task, and PUT, which the reference documents. */
    void addTo(Router router) {
        router.add("GET", "/v1/projects/{id}/tasks", "workflow", this::listOfProject)
                .add("GET", TASKS, "workflow", this::list)
                .add("POST", TASKS, "workflow", this::create)
                .add("PUT", TASKS, "workflow", this::create)
                .add("GET", TASKS + "/{taskId}", "workflow", this::get)
                .add("PUT", TASKS + "/{taskId}", "workflow", this::update)
                .add("DELETE", TASKS + "/{taskId}", "workflow", this::delete);
    }

    private ApiResponse listOfProject(Call call) {
        Page page = Page.of(call.params(), DEFAULT_LIMIT, MAX_LIMIT);
        return ApiResponse.json(
                200, state.with(() -> page.of(state.project(call.variable(0)).tasks(), TaskState::json)));
    }

    private ApiResponse list(Call call) {
        Page page = Page.of(call.params(), DEFAULT_LIMIT, MAX_LIMIT);
        return ApiResponse.json(
                200,
                state.with(() -> page.of(
                        state.project(call.variable(0)).list(call.variable(1)).tasks.stream(), TaskState::json)));
    }

    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        String name = Json.requiredText(body, "taskName");
        Change change = new Change(body);
        return ApiResponse.json(200, state.with(() -> {
            ProjectState project = state.project(call.variable(0));
            ListState list = project.list(call.variable(1));
            change.requireUsers(people);
            TaskState task = new TaskState(state.nextId(), project, list, name, state.now());
            change.apply(task);
            Positions.put(list.tasks, task, change.positionOr(1));
            state.note("CREATED", task);
            return task.fullJson();
        }));
    }

    private ApiResponse get(Call call) {
        return ApiResponse.json(200, state.with(() -> {
            TaskState task = task(call);
            state.note("VIEWED", task);
            return task.fullJson();
        }));
    }

    private ApiResponse update(Call call) throws IOException {
        ObjectNode body = call.json();
        String name = body.hasNonNull("taskName") ? Json.requiredText(body, "taskName") : null;
        Boolean archived = Json.bool(body, "archived");
        String listId = Json.textOrNumber(body, "projectListId");
        Change change = new Change(body);
        return ApiResponse.json(200, state.with(() -> {
            TaskState task = task(call);
            ListState list = listId == null ? task.list : task.project.list(listId);
            change.requireUsers(people);
            change.apply(task);
            task.name = Objects.requireNonNullElse(name, task.name);
            task.archived = Objects.requireNonNullElse(archived, task.archived);
            task.updatedDate = state.now();
            long position = change.positionOr(list == task.list ? Positions.of(list.tasks, task) : 1);
            task.list.tasks.remove(task);
            task.list = list;
            Positions.put(list.tasks, task, position);
            state.note("UPDATED", task);
            return task.fullJson();
        }));
    }

    private ApiResponse delete(Call call) {
        return state.with(() -> {
            TaskState task = task(call);
            task.list.tasks.remove(task);
            state.note("DELETED", task);
            return ApiResponse.empty(200);
        });
    }

    private TaskState task(Call call) {
        return state.project(call.variable(0)).list(call.variable(1)).task(call.variable(2));
    }

    /** The members that creations and updates can set. All are read before anything is changed. */
    private static final class Change {
        private final @Nullable String description;
        private final @Nullable Instant dueDate;
        private final @Nullable Long position;
        private final @Nullable Long ownedBy;
        private final @Nullable List<Long> contributors;
        private final @Nullable List<String> tags;

        Change(ObjectNode body) {
            description = Json.text(body, "description");
            dueDate = Json.time(body, "dueDate");
            position = Positions.read(body, "priority");
            ownedBy = Json.id(body, "ownedBy");
            contributors = Json.numbers(body, "contributors");
            tags = body.hasNonNull("tags") ? tags(body.path("tags")) : null;
        }

        void requireUsers(PeopleApi people) {
            people.requireUsers("ownedBy", ownedBy == null ? List.of() : List.of(ownedBy));
            people.requireUsers("contributors", Objects.requireNonNullElse(contributors, List.of()));
        }

        void apply(TaskState task) {
            task.description = description == null ? task.description : description;
            task.dueDate = dueDate == null ? task.dueDate : dueDate;
            task.ownedBy = Objects.requireNonNullElse(ownedBy, task.ownedBy);
            task.contributors = Objects.requireNonNullElse(contributors, task.contributors);
            task.tags = Objects.requireNonNullElse(tags, task.tags);
        }

        long positionOr(long defaultValue) {
            return Objects.requireNonNullElse(position, defaultValue);
        }

        private static List<String> tags(JsonNode array) {
            List<String> tags = new ArrayList<>();
            for (JsonNode tag : array) {
                if (!tag.isTextual()) {
                    throw ApiException.badRequest("tags must be an array of text, but contains " + tag);
                }
                tags.add(tag.textValue());
            }
            if (!array.isArray()) {
                throw ApiException.badRequest("tags must be an array of text");
            }
            return List.copyOf(tags);
        }
    }
}
