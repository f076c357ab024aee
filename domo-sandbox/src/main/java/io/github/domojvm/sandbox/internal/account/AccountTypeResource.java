package io.github.domojvm.sandbox.internal.account;

import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Page;
import io.github.domojvm.sandbox.internal.http.Router;

/** {@code /v1/account-types}. */
final class AccountTypeResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final AccountTypes types;

    AccountTypeResource(AccountTypes types) {
        this.types = types;
    }

    void addTo(Router router) {
        router.add("GET", "/v1/account-types", "account", this::list)
                .add("GET", "/v1/account-types/{id}", "account", this::get);
    }

    private ApiResponse list(Call call) {
        Page page = Page.of(call.params(), DEFAULT_LIMIT, MAX_LIMIT);
        return ApiResponse.json(200, page.of(types.known(), AccountType::json));
    }

    private ApiResponse get(Call call) {
        String id = call.variable(0);
        AccountType type = types.find(id);
        if (type == null) {
            throw ApiException.notFound("Account type", id);
        }
        return ApiResponse.json(200, type.fullJson());
    }
}
