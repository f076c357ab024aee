package io.github.domojvm.sandbox.internal.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.Json;
import java.util.HashSet;
import java.util.Set;

/**
 * An account. Guarded by the lock of the sandbox. Stores the names of the properties but not their values: Domo never
 * returns secrets, so the sandbox does not need them.
 */
final class AccountState {
    final String id;
    private final Set<String> properties = new HashSet<>();
    private AccountType type;
    String name;

    AccountState(String id, String name, AccountType type) {
        this.id = id;
        this.name = name;
        this.type = type;
    }

    void set(AccountType newType, Set<String> sent) {
        if (!newType.equals(type)) {
            type = newType;
            properties.clear();
        }
        properties.addAll(sent);
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("name", name)
                .put("valid", properties.containsAll(type.requiredProperties()));
        json.putObject("type").put("id", type.id()).putObject("properties");
        return json;
    }
}
