package io.github.domojvm.sandbox.internal.people;

import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.Tombstones;
import io.github.domojvm.sandbox.internal.data.People;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Router;
import java.util.Collection;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The User and Group APIs, and lookups for the other APIs. */
public final class PeopleApi implements People {
    private final PeopleState state;
    private final boolean nonEmptyGroupsDeletable;

    public PeopleApi(SandboxState state, ActivityLog activity, Tombstones tombstones, boolean nonEmptyGroupsDeletable) {
        this.state = new PeopleState(state, activity, tombstones);
        this.nonEmptyGroupsDeletable = nonEmptyGroupsDeletable;
    }

    /**
     * Adds the operations.
     *
     * @param ownsDataSets returns whether the user with an id owns DataSets and therefore cannot be deleted
     */
    public void addTo(Router router, LongPredicate ownsDataSets) {
        new UserResource(state, ownsDataSets).addTo(router);
        new GroupResource(state, nonEmptyGroupsDeletable).addTo(router);
    }

    @Override
    public boolean hasUser(long id) {
        return state.with(() -> state.users.containsKey(id));
    }

    @Override
    public boolean hasGroup(long id) {
        return state.with(() -> state.groups.containsKey(id));
    }

    /** Rejects a member of a body with users that do not exist. */
    public void requireUsers(String member, Collection<Long> ids) {
        for (long id : ids) {
            if (!hasUser(id)) {
                throw ApiException.badRequest(member + ": no user " + id);
            }
        }
    }

    @Override
    public @Nullable String userName(long id) {
        return state.with(() -> hasUser(id) ? state.user(id).name : null);
    }

    /** Returns the name of a Group, or null if the Group does not exist. */
    public @Nullable String groupName(long id) {
        return state.with(() -> hasGroup(id) ? state.group(id).name : null);
    }
}
