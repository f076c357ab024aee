package io.github.domojvm.account;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.PagedCalls;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.paging.PagedIterable;
import io.github.domojvm.rest.api.AccountsApi;
import io.github.domojvm.rest.model.Account;
import io.github.domojvm.rest.model.AccountType;
import io.github.domojvm.rest.model.AccountUser;
import io.github.domojvm.rest.model.CreateAccountRequest;
import io.github.domojvm.rest.model.ShareAccountRequest;
import io.github.domojvm.rest.model.UpdateAccountRequest;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Manages accounts, the stored credentials for data sources. The service never returns their settings (Domo docs,
 * Account API).
 *
 * <p>Thread-safe. All methods block on the network unless stated otherwise, and throw a {@link DomoException} if the
 * service or the network fails. Scope: {@code account}.
 */
public final class Accounts {
    static {
        FacadeFactory.register(Accounts.class, Accounts::new);
    }

    /** Domo docs say 500; its Python, R and Java SDKs never request more than 50. */
    private static final int MAX_PAGE = 50;

    private final AccountsApi api;
    private final CallExecutor calls;

    Accounts(ClientContext client) {
        this.api = client.api().accounts();
        this.calls = client.calls();
    }

    /**
     * Lists the accounts that the client's user owns or that were shared with that user. Sends nothing before the first
     * item is requested.
     *
     * @return the accounts, without their settings
     */
    public PagedIterable<Account> list() {
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listAccounts(limit, offset)));
    }

    /**
     * Returns an account.
     *
     * @param id the account's id
     * @return the account, without its settings
     * @throws NotFoundException if there is no account with that id
     */
    public Account get(String id) {
        return calls.get(api.getAccount(checked(id)), ResponseCheck.hasId(Account::id, id));
    }

    /**
     * Returns an account if it exists.
     *
     * @param id the account's id
     * @return the account without its settings, empty if there is no account with that id
     */
    public Optional<Account> find(String id) {
        return calls.find(api.getAccount(checked(id)), ResponseCheck.hasId(Account::id, id));
    }

    /**
     * Creates an account. Not retried after a lost response, since that could create two.
     *
     * @param request the name, and the type with its settings; {@link #getType} returns the settings of a type
     * @return the created account, without its settings
     */
    public Account create(CreateAccountRequest request) {
        return calls.get(api.createAccount(Args.notNull("request", request)), ResponseCheck.hasId(Account::id));
    }

    /**
     * Updates the members that the change sets; the others do not change (Domo docs, Account API). Settings must be
     * complete, since the service does not return the stored ones. If the response has no body, the account is read
     * again.
     *
     * @param id the account's id
     * @param change sets the members to change
     * @return the account after the update, without its settings
     * @throws NotFoundException if there is no account with that id
     */
    public Account update(String id, UnaryOperator<UpdateAccountRequest.Builder> change) {
        UpdateAccountRequest request = Args.notNull("change", change)
                .apply(UpdateAccountRequest.builder())
                .build();
        Account updated = calls.run(api.updateAccount(checked(id), request), ResponseCheck.hasId(Account::id, id));
        return updated == null ? get(id) : updated;
    }

    /**
     * Deletes an account.
     *
     * @param id the account's id
     * @return whether it was deleted; false if there was no account with that id
     */
    public boolean delete(String id) {
        return calls.delete(api.deleteAccount(checked(id)));
    }

    /**
     * Shares an account with a user. Not retried after a lost response, since it is not documented whether sharing
     * twice is harmless.
     *
     * @param id the account's id
     * @param userId the user's id
     * @throws NotFoundException if there is no account with that id
     */
    public void share(String id, long userId) {
        AccountUser user =
                AccountUser.builder().id(Args.positive("userId", userId)).build();
        calls.send(api.shareAccount(
                checked(id), ShareAccountRequest.builder().user(user).build()));
    }

    /**
     * Lists the account types. Sends nothing before the first item is requested.
     *
     * @return the types, without the settings that {@link #getType} returns
     */
    public PagedIterable<AccountType> listTypes() {
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listAccountTypes(limit, offset)));
    }

    /**
     * Returns an account type with the settings that its accounts have.
     *
     * @param id the type's id, such as {@code harbour-db}
     * @return the type
     * @throws NotFoundException if there is no type with that id
     */
    public AccountType getType(String id) {
        return calls.get(api.getAccountType(checked(id)), ResponseCheck.hasId(AccountType::id, id));
    }

    /**
     * Returns an account type if it exists.
     *
     * @param id the type's id, such as {@code harbour-db}
     * @return the type with the settings that its accounts have, empty if there is no type with that id
     */
    public Optional<AccountType> findType(String id) {
        return calls.find(api.getAccountType(checked(id)), ResponseCheck.hasId(AccountType::id, id));
    }

    private static String checked(String id) {
        return Args.notBlank("id", id);
    }
}
