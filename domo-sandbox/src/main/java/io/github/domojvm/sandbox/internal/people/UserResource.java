package io.github.domojvm.sandbox.internal.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Page;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** {@code /v1/users}, and the search by e-mail address. */
final class UserResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final List<String> TEXT =
            List.of("title", "phone", "alternateEmail", "location", "department", "employeeId", "timezone", "locale");
    /** Members that some sources show as text and others as numbers. They are returned as they were sent. */
    private static final List<String> TEXT_OR_NUMBER = List.of("employeeNumber", UserState.ROLE_ID);
    /** Members that the response to a creation does not have (Domo docs, User API). */
    private static final List<String> HIDDEN_ON_CREATION = List.of("timezone", "locale", UserState.ROLE_ID, "deleted");

    private final PeopleState state;
    private final LongPredicate ownsDataSets;

    UserResource(PeopleState state, LongPredicate ownsDataSets) {
        this.state = state;
        this.ownsDataSets = ownsDataSets;
    }

    void addTo(Router router) {
        router.add("POST", "/v1/users", "user", this::create)
                .add("GET", "/v1/users", "user", this::list)
                .add("POST", "/v1/users/bulk/emails", "user", this::findByEmail)
                .add("GET", "/v1/users/{id}", "user", this::get)
                .add("PUT", "/v1/users/{id}", "user", this::update)
                .add("DELETE", "/v1/users/{id}", "user", this::delete);
    }

    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        // The sandbox sends no invitations, but still rejects a malformed value.
        call.params().bool("sendInvite");
        return ApiResponse.json(201, state.with(() -> {
            String name = Json.requiredText(body, "name");
            String email = email(body, null);
            String role = Json.requiredText(body, "role");
            UserState user = new UserState(state.nextNumber(), name, email, role, state.now());
            user.set(Map.of(UserState.ROLE_ID, state.roleId(role)));
            user.set(details(body));
            state.add(user);
            state.note("CREATED", user);
            return withGroups(user).remove(HIDDEN_ON_CREATION);
        }));
    }

    private ApiResponse list(Call call) {
        Page page = Page.of(call.params(), DEFAULT_LIMIT, MAX_LIMIT);
        return ApiResponse.json(200, state.with(() -> page.of(state.users.values().stream(), UserState::json)));
    }

    private ApiResponse findByEmail(Call call) throws IOException {
        ArrayNode emails = call.jsonArray();
        return ApiResponse.json(200, state.with(() -> {
            ArrayNode found = Json.array();
            for (JsonNode email : emails) {
                if (!email.isTextual()) {
                    throw ApiException.badRequest("E-mail addresses must be text, but the list contains " + email);
                }
                UserState user = userAt(email.textValue());
                if (user != null) {
                    found.add(withGroups(user));
                }
            }
            return found;
        }));
    }

    private ApiResponse get(Call call) {
        long id = call.number(0);
        return ApiResponse.json(200, state.with(() -> {
            ObjectNode tombstone = state.tombstone(PeopleState.USER, id);
            if (tombstone != null) {
                return tombstone;
            }
            UserState user = state.user(id);
            state.note("VIEWED", user);
            return withGroups(user);
        }));
    }

    private ApiResponse update(Call call) throws IOException {
        ObjectNode body = call.json();
        return ApiResponse.json(200, state.with(() -> {
            UserState user = state.user(call.number(0));
            String email = email(body, user);
            String name = body.hasNonNull("name") ? Json.requiredText(body, "name") : user.name;
            String role = body.hasNonNull("role") ? Json.requiredText(body, "role") : user.role;
            Map<String, JsonNode> details = details(body);
            if (!role.equals(user.role)) {
                user.set(Map.of(UserState.ROLE_ID, state.roleId(role)));
            }
            user.set(details);
            user.name = name;
            user.email = email;
            user.role = role;
            user.updatedAt = state.now();
            state.note("UPDATED", user);
            return withGroups(user);
        }));
    }

    private ApiResponse delete(Call call) {
        return state.with(() -> {
            UserState user = state.user(call.number(0));
            if (user.id == Owner.ID) {
                throw ApiException.standard(
                        409, "User " + user.id + " is the owner of the client and cannot be deleted");
            }
            if (ownsDataSets.test(user.id)) {
                throw ApiException.standard(409, "User " + user.id + " owns DataSets and cannot be deleted");
            }
            state.remove(user);
            state.note("DELETED", user);
            return ApiResponse.empty(204);
        });
    }

    /** Reads the e-mail address, which creations and updates require. It must be unique. */
    private String email(ObjectNode body, @Nullable UserState user) {
        String email = Json.requiredText(body, "email");
        if (!email.contains("@")) {
            throw ApiException.badRequest("email is not an e-mail address: '" + email + "'");
        }
        UserState other = userAt(email);
        if (other != null && other != user) {
            throw ApiException.standard(409, "email is in use by user " + other.id);
        }
        return email;
    }

    private @Nullable UserState userAt(String email) {
        return state.users.values().stream()
                .filter(user -> user.isAt(email))
                .findFirst()
                .orElse(null);
    }

    /**
     * Reads the optional members in the body. They can be empty: samples of a creation send an empty {@code timezone}
     * and {@code locale} (Domo docs, User API).
     */
    private static Map<String, JsonNode> details(ObjectNode body) {
        Map<String, JsonNode> details = new LinkedHashMap<>();
        for (String member : TEXT) {
            String value = Json.textOrNumber(body, member);
            if (value != null) {
                details.put(member, TextNode.valueOf(value));
            }
        }
        for (String member : TEXT_OR_NUMBER) {
            JsonNode value = Json.asSent(body, member);
            if (value != null) {
                details.put(member, value);
            }
        }
        return details;
    }

    private ObjectNode withGroups(UserState user) {
        ObjectNode json = user.fullJson();
        ArrayNode groups = json.putArray("groups");
        state.groups.values().stream()
                .filter(group -> group.members.contains(user.id))
                .forEach(group -> groups.addObject().put("id", group.id).put("name", group.name));
        return json;
    }
}
