package io.github.domojvm.sandbox.internal.people;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Page;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.util.Objects;

/** {@code /v1/groups} and their users. */
final class GroupResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final PeopleState state;
    private final boolean nonEmptyDeletable;

    GroupResource(PeopleState state, boolean nonEmptyDeletable) {
        this.state = state;
        this.nonEmptyDeletable = nonEmptyDeletable;
    }

    void addTo(Router router) {
        router.add("POST", "/v1/groups", "user", this::create)
                .add("GET", "/v1/groups", "user", this::list)
                .add("GET", "/v1/groups/{id}", "user", this::get)
                .add("PUT", "/v1/groups/{id}", "user", this::update)
                .add("DELETE", "/v1/groups/{id}", "user", this::delete)
                .add("GET", "/v1/groups/{id}/users", "user", this::listUsers)
                .add("PUT", "/v1/groups/{id}/users/{userId}", "user", this::addUser)
                .add("DELETE", "/v1/groups/{id}/users/{userId}", "user", this::removeUser);
    }

    /** Creates a Group. The member {@code default} has no effect (Domo's manual). */
    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        String name = Json.requiredText(body, "name");
        boolean active = Objects.requireNonNullElse(Json.bool(body, "active"), true);
        return ApiResponse.json(201, state.with(() -> {
            GroupState group = state.addGroup(name, false);
            group.active = active;
            state.note("CREATED", group);
            return group.fullJson();
        }));
    }

    private ApiResponse list(Call call) {
        Page page = Page.of(call.params(), DEFAULT_LIMIT, MAX_LIMIT);
        return ApiResponse.json(200, state.with(() -> page.of(state.groups.values().stream(), GroupState::json)));
    }

    private ApiResponse get(Call call) {
        long id = call.number(0);
        return ApiResponse.json(200, state.with(() -> {
            ObjectNode tombstone = state.tombstone(PeopleState.GROUP, id);
            if (tombstone != null) {
                return tombstone;
            }
            GroupState group = state.group(id);
            state.note("VIEWED", group);
            return group.fullJson();
        }));
    }

    private ApiResponse update(Call call) throws IOException {
        ObjectNode body = call.json();
        return ApiResponse.json(200, state.with(() -> {
            GroupState group = state.group(call.number(0));
            String name = body.hasNonNull("name") ? Json.requiredText(body, "name") : group.name;
            group.active = Objects.requireNonNullElse(Json.bool(body, "active"), group.active);
            group.name = name;
            state.note("UPDATED", group);
            return group.fullJson();
        }));
    }

    private ApiResponse delete(Call call) {
        return state.with(() -> {
            GroupState group = state.group(call.number(0));
            if (!group.members.isEmpty() && !nonEmptyDeletable) {
                throw ApiException.badRequest("Group " + group.id + " still has " + group.members.size()
                        + " users; remove them before deleting it");
            }
            state.remove(group);
            state.note("DELETED", group);
            return ApiResponse.empty(204);
        });
    }

    private ApiResponse listUsers(Call call) {
        Page page = Page.of(call.params(), DEFAULT_LIMIT, MAX_LIMIT);
        return ApiResponse.json(
                200, state.with(() -> page.of(state.group(call.number(0)).members.stream(), LongNode::valueOf)));
    }

    private ApiResponse addUser(Call call) {
        return state.with(() -> {
            GroupState group = state.group(call.number(0));
            UserState user = state.user(call.number(1));
            if (!group.active) {
                throw ApiException.badRequest("Group " + group.id + " is not active and accepts no users");
            }
            group.members.add(user.id);
            state.note("ADDED", group);
            return ApiResponse.empty(204);
        });
    }

    private ApiResponse removeUser(Call call) {
        return state.with(() -> {
            GroupState group = state.group(call.number(0));
            UserState user = state.user(call.number(1));
            if (!group.members.remove(user.id)) {
                throw ApiException.notFound("User in group " + group.id, user.id);
            }
            state.note("REMOVED", group);
            return ApiResponse.empty(204);
        });
    }
}
