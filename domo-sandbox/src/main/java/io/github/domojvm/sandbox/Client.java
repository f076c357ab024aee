package io.github.domojvm.sandbox;

import java.util.List;

/** An API client that can request tokens. */
record Client(String id, String secret, List<String> scopes) {
    static final List<String> ALL_SCOPES = List.of("data", "user", "dashboard", "audit", "account", "workflow", "buzz");

    @Override
    public String toString() {
        return "Client[" + id + ", scopes=" + scopes + "]";
    }
}
