package io.github.domojvm.sandbox.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Page;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.people.PeopleApi;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /v1/accounts}. An account that lacks a property required by its type can be created, but is not valid. */
final class AccountResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final SandboxState state;
    private final ActivityLog activity;
    private final PeopleApi people;
    private final AccountTypes types;
    private final Map<String, AccountState> accounts = new LinkedHashMap<>();

    AccountResource(SandboxState state, ActivityLog activity, PeopleApi people, AccountTypes types) {
        this.state = state;
        this.activity = activity;
        this.people = people;
        this.types = types;
    }

    void addTo(Router router) {
        router.add("POST", "/v1/accounts", "account", this::create)
                .add("GET", "/v1/accounts", "account", this::list)
                .add("GET", "/v1/accounts/{id}", "account", this::get)
                .add("PATCH", "/v1/accounts/{id}", "account", this::update)
                .add("DELETE", "/v1/accounts/{id}", "account", this::delete)
                .add("POST", "/v1/accounts/{id}/shares", "account", this::share);
    }

    boolean has(String id) {
        return state.with(() -> accounts.containsKey(id));
    }

    private ApiResponse create(Call call) throws IOException {
        ObjectNode body = call.json();
        String name = Json.requiredText(body, "name");
        AccountType type = type(body);
        Set<String> properties = properties(body);
        return ApiResponse.json(200, state.with(() -> {
            AccountState account = new AccountState(Long.toString(state.nextNumber()), name, type);
            account.set(type, properties);
            accounts.put(account.id, account);
            note("CREATED", account);
            return account.json();
        }));
    }

    private ApiResponse list(Call call) {
        Page page = Page.of(call.params(), DEFAULT_LIMIT, MAX_LIMIT);
        return ApiResponse.json(200, state.with(() -> page.of(accounts.values().stream(), AccountState::json)));
    }

    private ApiResponse get(Call call) {
        return ApiResponse.json(200, state.with(() -> {
            AccountState account = account(call);
            note("VIEWED", account);
            return account.json();
        }));
    }

    private ApiResponse update(Call call) throws IOException {
        ObjectNode body = call.json();
        return ApiResponse.json(202, state.with(() -> {
            AccountState account = account(call);
            String name = body.hasNonNull("name") ? Json.requiredText(body, "name") : account.name;
            if (body.hasNonNull("type")) {
                account.set(type(body), properties(body));
            }
            account.name = name;
            note("UPDATED", account);
            return account.json();
        }));
    }

    private ApiResponse delete(Call call) {
        return state.with(() -> {
            AccountState account = account(call);
            accounts.remove(account.id);
            note("DELETED", account);
            return ApiResponse.empty(204);
        });
    }

    private ApiResponse share(Call call) throws IOException {
        ObjectNode body = call.json();
        return state.with(() -> {
            AccountState account = account(call);
            Long user = body.path("user") instanceof ObjectNode member ? Json.number(member, "id") : null;
            if (user == null) {
                throw ApiException.badRequest("user.id is missing");
            }
            people.requireUsers("user", List.of(user));
            note("SHARED", account);
            return ApiResponse.empty(200);
        });
    }

    private AccountState account(Call call) {
        String id = call.variable(0);
        AccountState account = accounts.get(id);
        if (account == null) {
            throw ApiException.notFound("Account", id);
        }
        return account;
    }

    private void note(String action, AccountState account) {
        activity.record(action, "ACCOUNT", account.id, account.name);
    }

    private AccountType type(ObjectNode body) {
        if (!(body.path("type") instanceof ObjectNode type)) {
            throw ApiException.badRequest("type must be an object with an id");
        }
        String id = Json.requiredText(type, "id");
        AccountType known = types.find(id);
        if (known == null) {
            throw ApiException.badRequest("type.id: no account type '" + id + "'");
        }
        return known;
    }

    private static Set<String> properties(ObjectNode body) {
        JsonNode properties = body.path("type").path("properties");
        if (!properties.isMissingNode() && !properties.isNull() && !properties.isObject()) {
            throw ApiException.badRequest("type.properties must be an object");
        }
        Set<String> names = new HashSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
