package io.github.domojvm.sandbox.internal.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A user. Guarded by the lock of the sandbox. */
final class UserState {
    static final String ROLE_ID = "roleId";

    final long id;
    final Instant createdAt;
    Instant updatedAt;
    String name;
    String email;
    String role;

    /** The optional members by their JSON name, text or number. */
    final Map<String, JsonNode> details = new LinkedHashMap<>();

    UserState(long id, String name, String email, String role, Instant now) {
        this.id = id;
        this.name = name;
        this.email = email;
        this.role = role;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Sets optional members. Empty text removes a value. */
    void set(Map<String, JsonNode> changes) {
        details.putAll(changes);
        details.values().removeIf(value -> value.asText().isEmpty());
    }

    boolean isAt(String address) {
        return email.equalsIgnoreCase(address);
    }

    /** Returns the form used in lists (Domo docs, User API). */
    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("name", name)
                .put("email", email)
                .put("role", role);
        putDetail(json, "title");
        putDetail(json, "phone");
        return json;
    }

    /** Returns the form used by get and update. */
    ObjectNode fullJson() {
        ObjectNode json = json();
        json.setAll(details);
        return json.put("createdAt", Json.seconds(createdAt))
                .put("updatedAt", Json.millis(updatedAt))
                .put("deleted", false)
                .put("image", "https://sandbox.example/avatar/thumb/domo/" + id);
    }

    private void putDetail(ObjectNode json, String member) {
        JsonNode value = details.get(member);
        if (value != null) {
            json.set(member, value);
        }
    }
}
