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
    private static final int PAGE = 10;
    private static final int LARGEST_PAGE = 50;
    private static final String TASKS = "/v1/projects/{id}/lists/{listId}/tasks";

    private final ProjectsState state;
    private final PeopleApi people;

    TaskResource(ProjectsState state, PeopleApi people) {
        this.state = state;
        this.people = people;
    }

    /** A task is created by POST, as the SDKs do, and by PUT, as the reference says. */
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
        Page page = Page.of(call.params(), PAGE, LARGEST_PAGE);
        return ApiResponse.json(
                200, state.with(() -> page.of(state.project(call.variable(0)).tasks(), TaskState::json)));
    }

    private ApiResponse list(Call call) {
        Page page = Page.of(call.params(), PAGE, LARGEST_PAGE);
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
            Places.put(list.tasks, task, change.placeOr(1));
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
        Boolean archived = Json.truth(body, "archived");
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
            long place = change.placeOr(list == task.list ? Places.of(list.tasks, task) : 1);
            task.list.tasks.remove(task);
            task.list = list;
            Places.put(list.tasks, task, place);
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

    /** What creations and updates may both set; read as a whole before anything is changed. */
    private static final class Change {
        private final @Nullable String description;
        private final @Nullable Instant dueDate;
        private final @Nullable Long place;
        private final @Nullable Long ownedBy;
        private final @Nullable List<Long> contributors;
        private final @Nullable List<String> tags;

        Change(ObjectNode body) {
            description = Json.text(body, "description");
            dueDate = Json.time(body, "dueDate");
            place = Places.read(body, "priority");
            ownedBy = Json.number(body, "ownedBy");
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

        long placeOr(long otherwise) {
            return Objects.requireNonNullElse(place, otherwise);
        }

        private static List<String> tags(JsonNode array) {
            List<String> tags = new ArrayList<>();
            for (JsonNode tag : array) {
                if (!tag.isTextual()) {
                    throw ApiException.badRequest("tags must hold text, but one is " + tag);
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
