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
 * Manages the users of an instance.
 *
 * <p>A user has one phone number, {@code phone}. The API has no member for the {@code mobile} of an older manual; set a
 * mobile number as {@code phone}. {@code employeeNumber} is text, so that leading zeros as in {@code 007} are
 * preserved.
 *
 * <p>Thread-safe. All methods block on the network unless stated otherwise, and throw a {@link DomoException} if the
 * service or the network fails. Scope: {@code user}.
 */
public final class Users {
    static {
        FacadeFactory.register(Users.class, Users::new);
    }

    /** Domo docs, User API. */
    private static final int MAX_PAGE = 500;

    /** The default role, as in the manual of domo-php. */
    private static final String DEFAULT_ROLE = "Participant";

    private final UsersApi api;
    private final CallExecutor calls;

    Users(ClientContext client) {
        this.api = client.api().users();
        this.calls = client.calls();
    }

    /**
     * Lists the users. Sends nothing before the first item is requested.
     *
     * @return the users, without the members that only {@link #get} returns
     */
    public PagedIterable<User> list() {
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listUsers(limit, offset)));
    }

    /**
     * Returns a user.
     *
     * @param id the user's id
     * @return the user
     * @throws NotFoundException if there is no user with that id
     */
    public User get(long id) {
        return calls.get(api.getUser(Args.positive("id", id)), ResponseCheck.hasId(User::id, id));
    }

    /**
     * Returns a user if it exists.
     *
     * @param id the user's id
     * @return the user, empty if there is no user with that id
     */
    public Optional<User> find(long id) {
        return calls.find(api.getUser(Args.positive("id", id)), ResponseCheck.hasId(User::id, id));
    }

    /**
     * Returns the user with an e-mail address if it exists. The service has no documented search, so the list of users
     * is read until the user is found.
     *
     * @param email the address; case is ignored
     * @return the user with the members that {@link #list} returns, empty if no user has the address
     */
    public Optional<User> findByEmail(String email) {
        Args.notBlank("email", email);
        return list().stream()
                .filter(user -> email.equalsIgnoreCase(Members.orNull(user, User::email)))
                .findFirst();
    }

    /**
     * Searches users by e-mail address in one request. Domo's reference has no such operation; domo-rust-sdk calls it.
     * Use {@link #findByEmail} if only documented operations may be used.
     *
     * @param emails the addresses
     * @return the users found; addresses without a user are assumed to be skipped
     */
    public List<User> searchByEmail(Collection<String> emails) {
        return calls.page(api.findUsersByEmail(Args.listOf("emails", emails)));
    }

    /**
     * Creates a user with the role {@code Participant} without sending an invitation.
     *
     * @param name the full name
     * @param email the e-mail address, unique in the instance
     * @return the created user
     */
    public User create(String name, String email) {
        return create(CreateUserRequest.builder()
                .name(Args.notBlank("name", name))
                .email(Args.notBlank("email", email))
                .role(DEFAULT_ROLE)
                .build());
    }

    /**
     * Creates a user without sending an invitation. Not retried after a lost response.
     *
     * @param request the name, e-mail address, role and optional members
     * @return the created user; the service does not return time zone and locale
     */
    public User create(CreateUserRequest request) {
        return calls.get(api.createUser(Args.notNull("request", request), false), ResponseCheck.hasId(User::id));
    }

    /**
     * Creates a user and sends an invitation by e-mail, with which the user sets a password; the API cannot set one.
     *
     * @param request the name, e-mail address, role and optional members
     * @return the created user; the service does not return time zone and locale
     */
    public User invite(CreateUserRequest request) {
        return calls.get(api.createUser(Args.notNull("request", request), true), ResponseCheck.hasId(User::id));
    }

    /**
     * Updates the members that the change sets. The API requires the e-mail address with every update, so the user is
     * read first, and again after the update.
     *
     * @param id the user's id
     * @param change sets the members to change
     * @return the user after the update
     * @throws NotFoundException if there is no user with that id
     */
    public User update(long id, UnaryOperator<UpdateUserRequest.Builder> change) {
        Args.positive("id", id);
        Args.notNull("change", change);
        UpdateUserRequest.Builder present = UpdateUserRequest.builder().email(Members.orNull(get(id), User::email));
        calls.send(api.updateUser(id, change.apply(present).build()));
        // Sources differ on whether the response is empty or the user (Domo docs; domo-java-sdk).
        return get(id);
    }

    /**
     * Deletes a user. The service rejects the deletion of a user who owns DataSets; other objects of the user lose
     * their owner.
     *
     * @param id the user's id
     * @return whether the user was deleted; false if there was no user with that id
     */
    public boolean delete(long id) {
        return calls.delete(api.deleteUser(Args.positive("id", id)));
    }
}
