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
 * Sets of users.
 *
 * <p>All methods block on the network unless they say otherwise, and throw a {@link DomoException} when the service or
 * the network fails. Safe for use by several threads. Scope: {@code user}.
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
     * Lists the groups. Sends nothing before the first item is asked for.
     *
     * @return the groups
     */
    public PagedIterable<Group> list() {
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listGroups(limit, offset)));
    }

    /**
     * Gets a group.
     *
     * @param id the group's id
     * @return the group
     * @throws NotFoundException when there is none of that id
     */
    public Group get(long id) {
        return calls.get(api.getGroup(Args.positive("id", id)), ResponseCheck.hasId(Group::id, id));
    }

    /**
     * Looks for a group.
     *
     * @param id the group's id
     * @return the group, empty when there is none of that id
     */
    public Optional<Group> find(long id) {
        return calls.find(api.getGroup(Args.positive("id", id)), ResponseCheck.hasId(Group::id, id));
    }

    /**
     * Creates an active group without users. It is not sent again when the answer is lost, since that could make two.
     *
     * @param name its name
     * @return the group as created
     */
    public Group create(String name) {
        return create(
                CreateGroupRequest.builder().name(Args.notBlank("name", name)).build());
    }

    /**
     * Creates a group without users. It is not sent again when the answer is lost, since that could make two.
     *
     * @param request its name, and whether it is active
     * @return the group as created
     */
    public Group create(CreateGroupRequest request) {
        return calls.get(api.createGroup(Args.notNull("request", request)), ResponseCheck.hasId(Group::id));
    }

    /**
     * Renames a group and leaves everything else as it is.
     *
     * @param id the group's id
     * @param name the new name
     * @return the group as it is now, read anew
     */
    public Group rename(long id, String name) {
        Args.notBlank("name", name);
        return update(id, change -> change.name(name));
    }

    /**
     * Puts a group into use and leaves everything else as it is.
     *
     * @param id the group's id
     * @return the group as it is now, read anew
     */
    public Group activate(long id) {
        return update(id, change -> change.active(true));
    }

    /**
     * Takes a group out of use and leaves everything else as it is. Nobody can be added to it then.
     *
     * @param id the group's id
     * @return the group as it is now, read anew
     */
    public Group deactivate(long id) {
        return update(id, change -> change.active(false));
    }

    /**
     * Changes what the change sets and leaves everything else as it is (Domo docs, Group API).
     *
     * @param id the group's id
     * @param change sets what shall be different
     * @return the group as it is now, read anew
     * @throws NotFoundException when there is none of that id
     */
    public Group update(long id, UnaryOperator<UpdateGroupRequest.Builder> change) {
        Args.positive("id", id);
        Args.notNull("change", change);
        calls.send(
                api.updateGroup(id, change.apply(UpdateGroupRequest.builder()).build()));
        // The answer is empty for some, the group for others (Domo docs; domo-php).
        return get(id);
    }

    /**
     * Deletes a group that has no users; the service refuses one that has (domo-python-sdk issue 103).
     *
     * @param id the group's id
     * @return whether it was deleted; false when there was none of that id
     */
    public boolean delete(long id) {
        return calls.delete(api.deleteGroup(Args.positive("id", id)));
    }

    /**
     * Removes all users from a group and deletes it. The users themselves stay. When it fails on the way, the group is
     * there with fewer users; calling it again goes on.
     *
     * @param id the group's id
     * @return whether it was deleted; false when there was none of that id
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
     * Lists the users in a group. Sends nothing before the first item is asked for.
     *
     * @param id the group's id
     * @return the ids of the users
     */
    public PagedIterable<Long> users(long id) {
        Args.positive("id", id);
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listGroupUsers(id, limit, offset)));
    }

    /**
     * Adds a user to a group; nothing changes when the user is in it already. A group that is not active is refused.
     *
     * @param id the group's id
     * @param user the user's id
     */
    public void addUser(long id, long user) {
        calls.send(api.addGroupUser(Args.positive("id", id), Args.positive("user", user)));
    }

    /**
     * Removes a user from a group.
     *
     * @param id the group's id
     * @param user the user's id
     * @return whether the user was removed; false when the user was not in the group, or one of them does not exist
     */
    public boolean removeUser(long id, long user) {
        return calls.delete(api.removeGroupUser(Args.positive("id", id), Args.positive("user", user)));
    }

    /**
     * Adds many users, one call each. A user who is refused does not stop the others. What would meet them all does,
     * such as a missing right or a lost connection: it is thrown when it meets the first user, and is in the report
     * otherwise.
     *
     * @param id the group's id
     * @param users the users' ids
     * @return who was added and who was not
     */
    public MembershipReport addUsers(long id, Collection<Long> users) {
        return each(Args.positive("id", id), Args.listOf("users", users), api::addGroupUser);
    }

    /**
     * Removes many users, one call each, as {@link #addUsers} adds them.
     *
     * @param id the group's id
     * @param users the users' ids
     * @return who was removed and who was not
     */
    public MembershipReport removeUsers(long id, Collection<Long> users) {
        return each(Args.positive("id", id), Args.listOf("users", users), api::removeGroupUser);
    }

    private MembershipReport each(long id, List<Long> users, BiFunction<Long, Long, Call<Void>> call) {
        List<Long> done = new ArrayList<>();
        Map<Long, DomoException> failed = new LinkedHashMap<>();
        List<Long> left = new ArrayList<>(users);
        while (!left.isEmpty()) {
            long user = left.remove(0);
            try {
                calls.send(call.apply(id, user));
                done.add(user);
            } catch (DomoException e) {
                boolean first = done.isEmpty() && failed.isEmpty();
                failed.put(user, e);
                if (!isOfThisUser(e)) {
                    if (first) {
                        throw e;
                    }
                    break;
                }
            }
        }
        return new MembershipReport(done, failed, left);
    }

    private static boolean isOfThisUser(DomoException e) {
        return e instanceof NotFoundException || e instanceof BadRequestException || e instanceof ConflictException;
    }
}
