package io.github.domojvm.sandbox.internal.account;

import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Page;
import io.github.domojvm.sandbox.internal.http.Router;

/** {@code /v1/account-types}. */
final class AccountTypeResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    void addTo(Router router) {
        router.add("GET", "/v1/account-types", "account", this::list)
                .add("GET", "/v1/account-types/{id}", "account", this::get);
    }

    private ApiResponse list(Call call) {
        Page page = Page.of(call.params(), DEFAULT_LIMIT, MAX_LIMIT);
        return ApiResponse.json(200, page.of(AccountType.ALL.stream(), AccountType::json));
    }

    private ApiResponse get(Call call) {
        return ApiResponse.json(200, AccountType.of(call.variable(0)).fullJson());
    }
}
