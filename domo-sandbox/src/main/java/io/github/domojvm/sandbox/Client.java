package io.github.domojvm.sandbox;

import java.util.List;
import java.util.UUID;

/** An API client that can request tokens. */
record Client(String id, String secret, List<String> scopes) {
    static final String DEFAULT_ID = "sandbox-client";
    static final List<String> ALL_SCOPES = List.of("data", "user", "dashboard", "audit", "account", "workflow", "buzz");

    /**
     * Creates the client of a sandbox for which no client was added. Its secret is published in the documentation, and
     * therefore used only if no other machine can reach the sandbox.
     */
    static Client byDefault(boolean loopback) {
        String secret = loopback ? "sandbox-secret" : UUID.randomUUID().toString();
        return new Client(DEFAULT_ID, secret, ALL_SCOPES);
    }

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
