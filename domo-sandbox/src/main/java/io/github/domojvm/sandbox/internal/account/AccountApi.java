package io.github.domojvm.sandbox.internal.account;

import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.people.PeopleApi;

/** The Account API. */
public final class AccountApi {
    private final AccountResource accounts;
    private final AccountTypes types;

    public AccountApi(SandboxState state, ActivityLog activity, PeopleApi people, AccountTypes types) {
        this.accounts = new AccountResource(state, activity, people, types);
        this.types = types;
    }

    public void addTo(Router router) {
        accounts.addTo(router);
        new AccountTypeResource(types).addTo(router);
    }

    public boolean hasAccount(String id) {
        return accounts.has(id);
    }
}
