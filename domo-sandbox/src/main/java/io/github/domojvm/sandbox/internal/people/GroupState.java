package io.github.domojvm.sandbox.internal.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.http.Json;
import java.util.SortedSet;
import java.util.TreeSet;

/** A Group. Guarded by the lock of the sandbox. */
final class GroupState {
    final long id;
    /** Whether new users join automatically. The API cannot change it. */
    final boolean isDefault;

    final SortedSet<Long> members = new TreeSet<>();
    String name;
    boolean active = true;

    GroupState(long id, String name, boolean isDefault) {
        this.id = id;
        this.name = name;
        this.isDefault = isDefault;
    }

    /** Returns the form used in lists (Domo docs, Group API). */
    ObjectNode json() {
        return Json.object()
                .put("id", id)
                .put("name", name)
                .put("default", isDefault)
                .put("memberCount", members.size());
    }

    /** Returns the form used by get, create and update. */
    ObjectNode fullJson() {
        ObjectNode json = json().put("active", active).put("creatorId", Long.toString(Owner.ID));
        ArrayNode userIds = json.putArray("userIds");
        members.forEach(userIds::add);
        return json;
    }
}
