package io.github.domojvm.user;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.Members;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.PagedCalls;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.paging.PagedIterable;
import io.github.domojvm.rest.api.UsersApi;
import io.github.domojvm.rest.model.CreateUserRequest;
import io.github.domojvm.rest.model.UpdateUserRequest;
import io.github.domojvm.rest.model.User;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The people of an instance.
 *
 * <p>There is one phone number, {@code phone}; the {@code mobile} of an older manual has no member of its own in the
 * API, so a mobile number goes there. {@code employeeNumber} is text here, so that {@code 007} stays what it is.
 *
 * <p>All methods block on the network unless they say otherwise, and throw a {@link DomoException} when the service or
 * the network fails. Safe for use by several threads. Scope: {@code user}.
 */
public final class Users {
    static {
        FacadeFactory.register(Users.class, Users::new);
    }

    /** Domo docs, User API. */
    private static final int MAX_PAGE = 500;

    /** What a user is who is created with nothing said, as in the manual of domo-php. */
    private static final String USUAL_ROLE = "Participant";

    private final UsersApi api;
    private final CallExecutor calls;

    Users(ClientContext client) {
        this.api = client.api().users();
        this.calls = client.calls();
    }

    /**
     * Lists the users. Sends nothing before the first item is asked for.
     *
     * @return the users, without what only {@link #get} tells
     */
    public PagedIterable<User> list() {
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listUsers(limit, offset)));
    }

    /**
     * Gets a user.
     *
     * @param id the user's id
     * @return the user
     * @throws NotFoundException when there is none of that id
     */
    public User get(long id) {
        return calls.get(api.getUser(Args.positive("id", id)), ResponseCheck.hasId(User::id, id));
    }

    /**
     * Looks for a user.
     *
     * @param id the user's id
     * @return the user, empty when there is none of that id
     */
    public Optional<User> find(long id) {
        return calls.find(api.getUser(Args.positive("id", id)), ResponseCheck.hasId(User::id, id));
    }

    /**
     * Looks for a user by e-mail address. The service has no documented search, so the list is read until the user is
     * found.
     *
     * @param email the address; upper and lower case do not count
     * @return the user as the list has it, empty when nobody has the address
     */
    public Optional<User> findByEmail(String email) {
        Args.notBlank("email", email);
        return list().stream()
                .filter(user -> email.equalsIgnoreCase(Members.orNull(user, User::email)))
                .findFirst();
    }

    /**
     * Searches users by e-mail address in one request. Domo's reference has no such operation; domo-rust-sdk calls it.
     * Use {@link #findByEmail} where only documented operations may be used.
     *
     * @param emails the addresses
     * @return the users found; that an address without a user is skipped is assumed
     */
    public List<User> searchByEmail(Collection<String> emails) {
        return calls.page(api.findUsersByEmail(Args.listOf("emails", emails)));
    }

    /**
     * Creates a user with the role {@code Participant}, and sends no invitation.
     *
     * @param name the full name
     * @param email the e-mail address, unique in the instance
     * @return the user as created
     */
    public User create(String name, String email) {
        return create(CreateUserRequest.builder()
                .name(Args.notBlank("name", name))
                .email(Args.notBlank("email", email))
                .role(USUAL_ROLE)
                .build());
    }

    /**
     * Creates a user, and sends no invitation. It is not sent again when the answer is lost.
     *
     * @param request name, address, role and what else is known
     * @return the user as created; the service does not return time zone and locale
     */
    public User create(CreateUserRequest request) {
        return calls.get(api.createUser(Args.notNull("request", request), false), ResponseCheck.hasId(User::id));
    }

    /**
     * Creates a user and sends the invitation by e-mail, which lets the user choose a password: the API cannot set one.
     *
     * @param request name, address, role and what else is known
     * @return the user as created; the service does not return time zone and locale
     */
    public User invite(CreateUserRequest request) {
        return calls.get(api.createUser(Args.notNull("request", request), true), ResponseCheck.hasId(User::id));
    }

    /**
     * Changes some members of a user and keeps the others. The API demands the e-mail address with every change; unless
     * the change sets one, it is read first.
     *
     * @param id the user's id
     * @param change sets what shall be different
     * @return the user as it is now, read anew
     * @throws NotFoundException when there is none of that id
     */
    public User update(long id, UnaryOperator<UpdateUserRequest.Builder> change) {
        Args.positive("id", id);
        Args.notNull("change", change);
        UpdateUserRequest.Builder present = UpdateUserRequest.builder().email(Members.orNull(get(id), User::email));
        calls.send(api.updateUser(id, change.apply(present).build()));
        // The answer is empty for some, the user for others (Domo docs; domo-java-sdk).
        return get(id);
    }

    /**
     * Deletes a user. One who owns DataSets is refused; what else the user made stays without an owner.
     *
     * @param id the user's id
     * @return whether the user was deleted; false when there was none of that id
     */
    public boolean delete(long id) {
        return calls.delete(api.deleteUser(Args.positive("id", id)));
    }
}
