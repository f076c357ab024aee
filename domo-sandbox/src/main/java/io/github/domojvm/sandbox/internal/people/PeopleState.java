package io.github.domojvm.sandbox.internal.people;

import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.http.ApiError;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The users and Groups of a sandbox; touched inside {@link #with} only. */
final class PeopleState {
    private static final String DEFAULT_GROUP = "Default";

    final TreeMap<Long, UserState> users = new TreeMap<>();
    final TreeMap<Long, GroupState> groups = new TreeMap<>();
    private final SandboxState state;
    private final ActivityLog activity;

    PeopleState(SandboxState state, ActivityLog activity) {
        this.state = state;
        this.activity = activity;
        state.with(() -> {
            addGroup(DEFAULT_GROUP, true);
            UserState owner = new UserState(Owner.ID, Owner.NAME, Owner.EMAIL, Owner.ROLE, now());
            owner.details.put("roleId", "1");
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

    /** Takes a user in, who joins the default Group. */
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
    }

    GroupState addGroup(String name, boolean isDefault) {
        GroupState group = new GroupState(state.nextNumber(), name, isDefault);
        groups.put(group.id, group);
        return group;
    }

    UserState user(long id) {
        UserState user = users.get(id);
        if (user == null) {
            throw ApiError.notFound("User", id);
        }
        return user;
    }

    GroupState group(long id) {
        GroupState group = groups.get(id);
        if (group == null) {
            throw ApiError.notFound("Group", id);
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
