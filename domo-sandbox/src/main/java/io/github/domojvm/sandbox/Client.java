package io.github.domojvm.sandbox;

import java.util.List;

/** An API client that can request tokens. */
record Client(String id, String secret, List<String> scopes) {
    static final List<String> ALL_SCOPES = List.of("data", "user", "dashboard", "audit", "account", "workflow", "buzz");

    /** Creates a client with these scopes, or with all if there are none. */
    static Client of(String id, String secret, List<String> scopes) {
        for (String scope : scopes) {
            if (!ALL_SCOPES.contains(scope)) {
                throw new IllegalArgumentException(
                        "scopes: must be among " + ALL_SCOPES + ", but contains '" + scope + "'");
            }
        }
        return new Client(id, secret, scopes.isEmpty() ? ALL_SCOPES : scopes);
    }

    @Override
    public String toString() {
        return "Client[" + id + ", scopes=" + scopes + "]";
    }
}
