package io.github.domojvm.sandbox.internal.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.Tombstones;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The users and Groups of a sandbox. Access only inside {@link #with}. */
final class PeopleState {
    static final String USER = "User";
    static final String GROUP = "Group";
    private static final String DEFAULT_GROUP = "Default";

    final TreeMap<Long, UserState> users = new TreeMap<>();
    final TreeMap<Long, GroupState> groups = new TreeMap<>();
    private final SandboxState state;
    private final ActivityLog activity;
    private final Tombstones tombstones;
    private final Map<String, Long> roleIds =
            new HashMap<>(Map.of(Owner.ROLE, 1L, "Privileged", 2L, "Editor", 3L, "Participant", 4L, "Social", 5L));

    PeopleState(SandboxState state, ActivityLog activity, Tombstones tombstones) {
        this.state = state;
        this.activity = activity;
        this.tombstones = tombstones;
        state.with(() -> {
            addGroup(DEFAULT_GROUP, true);
            UserState owner = new UserState(Owner.ID, Owner.NAME, Owner.EMAIL, Owner.ROLE, now());
            owner.set(Map.of(UserState.ROLE_ID, roleId(Owner.ROLE)));
            return add(owner);
        });
    }

    <T> T with(Supplier<T> task) {
        return state.with(task);
    }

    Instant now() {
        return state.now();
    }

    long nextNumber() {
        return state.nextNumber();
    }

    /** Returns the id of a role as text (Domo docs, User API). A role that Domo does not define receives a new id. */
    JsonNode roleId(String role) {
        return TextNode.valueOf(Long.toString(roleIds.computeIfAbsent(role, name -> nextNumber())));
    }

    /** Adds a user, who joins the default Group. */
    UserState add(UserState user) {
        users.put(user.id, user);
        for (GroupState group : groups.values()) {
            if (group.isDefault) {
                group.members.add(user.id);
            }
        }
        return user;
    }

    void remove(UserState user) {
        users.remove(user.id);
        groups.values().forEach(group -> group.members.remove(user.id));
        tombstones.add(USER, Json.object().put("id", user.id).put("name", user.name));
    }

    void remove(GroupState group) {
        groups.remove(group.id);
        tombstones.add(GROUP, Json.object().put("id", group.id).put("name", group.name));
    }

    /** Returns the tombstone of a deleted user or Group, or null if there is none. */
    @Nullable
    ObjectNode tombstone(String kind, long id) {
        return tombstones.find(kind, id);
    }

    GroupState addGroup(String name, boolean isDefault) {
        GroupState group = new GroupState(state.nextNumber(), name, isDefault);
        groups.put(group.id, group);
        return group;
    }

    UserState user(long id) {
        UserState user = users.get(id);
        if (user == null) {
            throw ApiException.notFound(USER, id);
        }
        return user;
    }

    GroupState group(long id) {
        GroupState group = groups.get(id);
        if (group == null) {
            throw ApiException.notFound(GROUP, id);
        }
        return group;
    }

    void note(String action, UserState user) {
        activity.record(action, "USER", user.id, user.name);
    }

    void note(String action, GroupState group) {
        activity.record(action, "GROUP", group.id, group.name);
    }
}
