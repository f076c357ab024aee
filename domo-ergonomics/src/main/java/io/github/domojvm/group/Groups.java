package io.github.domojvm.group;

import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.ConflictException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.PagedCalls;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.paging.PagedIterable;
import io.github.domojvm.rest.api.GroupsApi;
import io.github.domojvm.rest.model.CreateGroupRequest;
import io.github.domojvm.rest.model.Group;
import io.github.domojvm.rest.model.UpdateGroupRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import retrofit2.Call;

/**
 * Manages Groups and their users.
 *
 * <p>Thread-safe. All methods block on the network unless stated otherwise, and throw a {@link DomoException} if the
 * service or the network fails. Scope: {@code user}.
 */
public final class Groups {
    static {
        FacadeFactory.register(Groups.class, Groups::new);
    }

    /** Domo docs, Group API. */
    private static final int MAX_PAGE = 500;

    private final GroupsApi api;
    private final CallExecutor calls;

    Groups(ClientContext client) {
        this.api = client.api().groups();
        this.calls = client.calls();
    }

    /**
     * Lists the Groups. Sends nothing before the first item is requested.
     *
     * @return the Groups
     */
    public PagedIterable<Group> list() {
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listGroups(limit, offset)));
    }

    /**
     * Returns a Group.
     *
     * @param id the Group's id
     * @return the Group
     * @throws NotFoundException if there is no Group with that id
     */
    public Group get(long id) {
        return calls.get(api.getGroup(Args.positive("id", id)), ResponseCheck.hasId(Group::id, id));
    }

    /**
     * Returns a Group if it exists.
     *
     * @param id the Group's id
     * @return the Group, empty if there is no Group with that id
     */
    public Optional<Group> find(long id) {
        return calls.find(api.getGroup(Args.positive("id", id)), ResponseCheck.hasId(Group::id, id));
    }

    /**
     * Creates an active Group without users. Not retried after a lost response, since that could create two.
     *
     * @param name the name
     * @return the created Group
     */
    public Group create(String name) {
        return create(
                CreateGroupRequest.builder().name(Args.notBlank("name", name)).build());
    }

    /**
     * Creates a Group without users. Not retried after a lost response, since that could create two.
     *
     * @param request the name, and whether the Group is active
     * @return the created Group
     */
    public Group create(CreateGroupRequest request) {
        return calls.get(api.createGroup(Args.notNull("request", request)), ResponseCheck.hasId(Group::id));
    }

    /**
     * Renames a Group.
     *
     * @param id the Group's id
     * @param name the new name
     * @return the Group after the update
     */
    public Group rename(long id, String name) {
        Args.notBlank("name", name);
        return update(id, change -> change.name(name));
    }

    /**
     * Activates a Group.
     *
     * @param id the Group's id
     * @return the Group after the update
     */
    public Group activate(long id) {
        return update(id, change -> change.active(true));
    }

    /**
     * Deactivates a Group. Users cannot be added to an inactive Group.
     *
     * @param id the Group's id
     * @return the Group after the update
     */
    public Group deactivate(long id) {
        return update(id, change -> change.active(false));
    }

    /**
     * Updates the members that the change sets (Domo docs, Group API), and reads the Group again.
     *
     * @param id the Group's id
     * @param change sets the members to change
     * @return the Group after the update
     * @throws NotFoundException if there is no Group with that id
     */
    public Group update(long id, UnaryOperator<UpdateGroupRequest.Builder> change) {
        Args.positive("id", id);
        Args.notNull("change", change);
        calls.send(
                api.updateGroup(id, change.apply(UpdateGroupRequest.builder()).build()));
        // Sources differ on whether the response is empty or the group (Domo docs; domo-php).
        return get(id);
    }

    /**
     * Deletes a Group without users; the service rejects the deletion of a Group with users (domo-python-sdk issue
     * 103).
     *
     * @param id the Group's id
     * @return whether it was deleted; false if there was no Group with that id
     */
    public boolean delete(long id) {
        return calls.delete(api.deleteGroup(Args.positive("id", id)));
    }

    /**
     * Removes all users from a Group and deletes the Group. The users are not deleted. If it fails, the Group can have
     * lost some users; another call continues.
     *
     * @param id the Group's id
     * @return whether it was deleted; false if there was no Group with that id
     */
    public boolean deleteWithMembers(long id) {
        try {
            for (long user : users(id).toList()) {
                removeUser(id, user);
            }
        } catch (NotFoundException e) {
            return false;
        }
        return delete(id);
    }

    /**
     * Lists the ids of the users in a Group. Sends nothing before the first item is requested.
     *
     * @param id the Group's id
     * @return the ids of the users
     */
    public PagedIterable<Long> users(long id) {
        Args.positive("id", id);
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listGroupUsers(id, limit, offset)));
    }

    /**
     * Adds a user to a Group. Has no effect if the user is already in the Group. The service rejects an inactive Group.
     *
     * @param id the Group's id
     * @param user the user's id
     */
    public void addUser(long id, long user) {
        calls.send(api.addGroupUser(Args.positive("id", id), Args.positive("user", user)));
    }

    /**
     * Removes a user from a Group.
     *
     * @param id the Group's id
     * @param user the user's id
     * @return whether the user was removed; false if the user was not in the Group, or user or Group does not exist
     */
    public boolean removeUser(long id, long user) {
        return calls.delete(api.removeGroupUser(Args.positive("id", id), Args.positive("user", user)));
    }

    /**
     * Adds users, with one call for each. If the service rejects a user, the others are still added. A failure that
     * concerns all users, such as a missing right or a lost connection, ends the method: it is thrown if it occurs for
     * the first user and is in the report otherwise.
     *
     * @param id the Group's id
     * @param users the users' ids
     * @return the users who were added and who were not
     */
    public MembershipReport addUsers(long id, Collection<Long> users) {
        return each(Args.positive("id", id), Args.listOf("users", users), api::addGroupUser);
    }

    /**
     * Removes users, with one call for each, as {@link #addUsers} does.
     *
     * @param id the Group's id
     * @param users the users' ids
     * @return the users who were removed and who were not
     */
    public MembershipReport removeUsers(long id, Collection<Long> users) {
        return each(Args.positive("id", id), Args.listOf("users", users), api::removeGroupUser);
    }

    private MembershipReport each(long id, List<Long> users, BiFunction<Long, Long, Call<Void>> call) {
        List<Long> done = new ArrayList<>();
        Map<Long, DomoException> failed = new LinkedHashMap<>();
        List<Long> remaining = new ArrayList<>(users);
        while (!remaining.isEmpty()) {
            long user = remaining.remove(0);
            try {
                calls.send(call.apply(id, user));
                done.add(user);
            } catch (DomoException e) {
                boolean first = done.isEmpty() && failed.isEmpty();
                failed.put(user, e);
                if (!concernsOneUser(e)) {
                    if (first) {
                        throw e;
                    }
                    break;
                }
            }
        }
        return new MembershipReport(done, failed, remaining);
    }

    private static boolean concernsOneUser(DomoException e) {
        return e instanceof NotFoundException || e instanceof BadRequestException || e instanceof ConflictException;
    }
}
