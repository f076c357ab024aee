package io.github.domojvm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The issued tokens. They have the form of a JWT, but are looked up rather than verified by signature. */
final class Tokens {
    private static final int MAX_TOKENS = 10_000;

    private final Clock clock;
    private final Duration lifetime;
    private final boolean olderForm;
    private final Map<String, Grant> grants = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Grant> eldest) {
            return size() > MAX_TOKENS;
        }
    };

    private record Grant(List<String> scopes, Instant expires) {}

    Tokens(Settings settings) {
        clock = settings.clock();
        lifetime = settings.tokenLifetime();
        olderForm = settings.on(Quirk.MISSING_TOKEN_RETURNS_401);
    }

    /** Issues a token. */
    synchronized ObjectNode issue(Client client, List<String> scopes) {
        Instant expires = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(lifetime);
        String jti = UUID.randomUUID().toString();
        ArrayNode scopeArray = Json.array();
        scopes.forEach(scopeArray::add);
        ObjectNode claims = Json.object()
                .put("role", Owner.ROLE)
                .<ObjectNode>set("scope", scopeArray)
                .put("exp", expires.getEpochSecond())
                .put("env", Owner.ENVIRONMENT)
                .put("userId", Owner.ID)
                .put("jti", jti)
                .put("client_id", client.id())
                .put("customer", Owner.CUSTOMER);
        byte[] signature = new byte[32];
        ThreadLocalRandom.current().nextBytes(signature);
        String token = part(Json.object().put("alg", "RS256").put("typ", "JWT")) + "." + part(claims) + "."
                + base64(signature);
        grants.put(token, new Grant(scopes, expires));
        return Json.object()
                .put("access_token", token)
                .put("token_type", "bearer")
                .put("expires_in", lifetime.toSeconds())
                .put("scope", String.join(" ", scopes))
                .put("customer", Owner.CUSTOMER)
                .put("env", Owner.ENVIRONMENT)
                .put("userId", Owner.ID)
                .put("role", Owner.ROLE)
                .put("jti", jti);
    }

    /** Checks the token of a call and returns its scopes. */
    synchronized List<String> scopes(Call call) {
        String token = bearer(call.header("Authorization"));
        Grant grant = token == null ? null : grants.get(token);
        if (grant == null) {
            if (!olderForm) {
                throw ApiException.noToken();
            }
            throw token == null
                    ? ApiException.noTokenOlderForm(call.path())
                    : ApiException.oauth(401, "invalid_token", "Cannot convert access token to JSON");
        }
        if (!clock.instant().isBefore(grant.expires)) {
            throw ApiException.expiredToken(grant.expires);
        }
        return grant.scopes;
    }

    synchronized void expireAll() {
        Instant now = clock.instant();
        grants.replaceAll((token, grant) -> grant.expires.isAfter(now) ? new Grant(grant.scopes, now) : grant);
    }

    private static @Nullable String bearer(@Nullable String header) {
        return header != null && header.toLowerCase(Locale.ROOT).startsWith("bearer ")
                ? header.substring("bearer ".length()).strip()
                : null;
    }

    private static String part(JsonNode tree) {
        return base64(Json.bytes(tree));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
