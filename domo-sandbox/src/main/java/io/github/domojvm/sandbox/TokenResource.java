package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Params;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /oauth/token}: GET or POST, with the parameters in the query or in a form. */
final class TokenResource {
    private static final int MAX_FORM = 64 * 1024;

    private final Clients clients;
    private final Tokens tokens;

    TokenResource(Clients clients, Tokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    void addTo(Router router) {
        router.open("GET", "/oauth/token", this::issue).open("POST", "/oauth/token", this::issue);
    }

    /** Returns whether a call has the Basic credentials of the first client. */
    boolean isFirstClient(Call call) {
        return client(call.header("Authorization")).id().equals(clients.first().id());
    }

    private ApiResponse issue(Call call) throws IOException {
        Params query = call.params();
        Params form = Params.parse(new String(call.body().readNBytes(MAX_FORM), StandardCharsets.UTF_8));
        Client client = client(call.header("Authorization"));
        String grantType = either(form, query, "grant_type");
        if (grantType.isEmpty()) {
            throw ApiException.oauth(400, "invalid_request", "Missing grant type");
        }
        if (!grantType.equals("client_credentials")) {
            throw ApiException.oauth(400, "unsupported_grant_type", "Unsupported grant type: " + grantType);
        }
        return ApiResponse.json(200, tokens.issue(client, scopes(client, either(form, query, "scope"))))
                .with("Cache-Control", "no-store")
                .with("Pragma", "no-cache");
    }

    private Client client(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            throw ApiException.badCredentials();
        }
        String pair;
        try {
            pair = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring("basic ".length()).strip()),
                    StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiException.badCredentials();
        }
        int colon = pair.indexOf(':');
        Client client = clients.find(pair.substring(0, Math.max(0, colon)));
        if (client == null || !client.secret().equals(pair.substring(colon + 1))) {
            throw ApiException.badCredentials();
        }
        return client;
    }

    /**
     * Returns the requested scopes, separated by spaces or commas: the Domo documentation describes spaces and has a
     * sample with commas. A request without a scope is granted all scopes of the client.
     */
    private static List<String> scopes(Client client, String requested) {
        List<String> scopes = Arrays.stream(requested.split("[\\s,]+"))
                .filter(scope -> !scope.isEmpty())
                .toList();
        if (scopes.isEmpty()) {
            return client.scopes();
        }
        for (String scope : scopes) {
            if (!client.scopes().contains(scope)) {
                throw ApiException.oauth(400, "invalid_scope", "Invalid scope: " + scope);
            }
        }
        return scopes;
    }

    private static String either(Params form, Params query, String name) {
        return Objects.requireNonNullElse(form.get(name), Objects.requireNonNullElse(query.get(name), ""));
    }
}
