package io.github.domojvm.sandbox.internal.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A user. Guarded by the lock of the sandbox. */
final class UserState {
    final long id;
    final Instant createdAt;
    Instant updatedAt;
    String name;
    String email;
    String role;

    /** The optional members by their JSON name. All are text. */
    final Map<String, String> details = new LinkedHashMap<>();

    UserState(long id, String name, String email, String role, Instant now) {
        this.id = id;
        this.name = name;
        this.email = email;
        this.role = role;
        this.createdAt = now;
        this.updatedAt = now;
    }

    boolean isAt(String address) {
        return email.equalsIgnoreCase(address);
    }

    /** Returns the members that all responses contain. */
    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("name", name)
                .put("email", email)
                .put("role", role);
        putDetail(json, "title");
        putDetail(json, "phone");
        return json.put("createdAt", Json.seconds(createdAt)).put("updatedAt", Json.millis(updatedAt));
    }

    /** Returns the form used by get and update. */
    ObjectNode fullJson() {
        ObjectNode json = json();
        details.forEach(json::put);
        return json.put("image", "https://sandbox.example/avatar/thumb/domo/" + id);
    }

    private void putDetail(ObjectNode json, String member) {
        String value = details.get(member);
        if (value != null) {
            json.put(member, value);
        }
    }
}
