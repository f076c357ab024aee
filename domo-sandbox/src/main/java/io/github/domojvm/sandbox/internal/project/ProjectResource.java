package io.github.domojvm.sandbox.internal.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Page;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.people.PeopleApi;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** {@code /v1/projects} and their members. */
final class ProjectResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final ProjectsState state;
    private final PeopleApi people;
    private final boolean membersAndPublicRequired;

    ProjectResource(ProjectsState state, PeopleApi people, boolean membersAndPublicRequired) {
        this.state = state;
        this.people = people;
        this.membersAndPublicRequired = membersAndPublicRequired;
    }

    void addTo(Router router) {
        router.add("POST", "/v1/projects", "workflow", this::create)
                .add("GET", "/v1/projects", "workflow", this::list)
                .add("GET", "/v1/projects/{id}", "workflow", this::get)
                .add("PUT", "/v1/projects/{id}", "workflow", this::update)
                .add("DELETE", "/v1/projects/{id}", "workflow", this::delete)
                .add("GET", "/v1/projects/{id}/members", "workflow", this::members)
                .add("PUT", "/v1/projects/{id}/members", "workflow", this::setMembers);
    }

    /**
     * Creates a project. Without the members {@code members} and {@code public}, which domo-java-sdk can omit, it is a
     * private project of the user of the client.
     */
    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        String name = Json.requiredText(body, "name");
        Boolean isPublic = Json.bool(body, "public");
        List<Long> members = Json.numbers(body, "members");
        if (membersAndPublicRequired && (isPublic == null || members == null)) {
            throw ApiException.badRequest("name, members and public are required");
        }
        List<Long> initial = Objects.requireNonNullElse(members, List.of(Owner.ID));
        String description = Json.text(body, "description");
        Instant dueDate = Json.time(body, "dueDate");
        return ApiResponse.json(200, state.with(() -> {
            people.requireUsers("members", initial);
            ProjectState project = state.add(name, initial, Objects.requireNonNullElse(isPublic, false));
            project.description = description;
            project.dueDate = dueDate;
            state.note("CREATED", project);
            return project.fullJson();
        }));
    }

    private ApiResponse list(Call call) {
        Page page = Page.of(call.params(), DEFAULT_LIMIT, MAX_LIMIT);
        return ApiResponse.json(200, state.with(() -> page.of(state.projects.values().stream(), ProjectState::json)));
    }

    private ApiResponse get(Call call) {
        return ApiResponse.json(200, state.with(() -> {
            ProjectState project = state.project(call.variable(0));
            state.note("VIEWED", project);
            return project.fullJson();
        }));
    }

    /** Updates the members in the body. Ids, users and creation dates are read-only. */
    private ApiResponse update(Call call) throws IOException {
        ObjectNode body = call.json();
        String description = Json.text(body, "description");
        Instant dueDate = Json.time(body, "dueDate");
        Boolean isPublic = Json.bool(body, "public");
        return ApiResponse.json(200, state.with(() -> {
            ProjectState project = state.project(call.variable(0));
            project.name = body.hasNonNull("name") ? Json.requiredText(body, "name") : project.name;
            project.description = description == null ? project.description : description;
            project.dueDate = dueDate == null ? project.dueDate : dueDate;
            project.isPublic = Objects.requireNonNullElse(isPublic, project.isPublic);
            project.updatedDate = state.now();
            state.note("UPDATED", project);
            return project.fullJson();
        }));
    }

    private ApiResponse delete(Call call) {
        return state.with(() -> {
            ProjectState project = state.project(call.variable(0));
            state.remove(project);
            state.note("DELETED", project);
            return ApiResponse.empty(200);
        });
    }

    private ApiResponse members(Call call) {
        return ApiResponse.json(200, state.with(() -> Json.array(state.project(call.variable(0)).members)));
    }

    private ApiResponse setMembers(Call call) throws IOException {
        ArrayNode body = call.jsonArray();
        List<Long> members = Json.numbers("members", body);
        return state.with(() -> {
            ProjectState project = state.project(call.variable(0));
            people.requireUsers("members", members);
            project.members = members;
            project.updatedDate = state.now();
            state.note("UPDATED", project);
            return ApiResponse.empty(200);
        });
    }
}
