package io.github.domojvm.sandbox.internal.embed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The Embed Token API. Tokens are JWTs, signed with a key of this sandbox. Any embed id is accepted, since the sandbox
 * does not render cards. The token contains the authorizations as sent.
 */
public final class EmbedApi {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final long DEFAULT_MINUTES = 480;

    private final Clock clock;
    private final byte[] key = new byte[KEY_BYTES];

    public EmbedApi(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    public void addTo(Router router) {
        router.add("POST", "/v1/cards/embed/auth", "dashboard", this::issue)
                .add("POST", "/v1/stories/embed/auth", "dashboard", this::issue)
                .add("POST", "/v1/dashboards/embed/auth", "dashboard", this::issue);
    }

    private ApiResponse issue(Call call) throws IOException {
        ObjectNode body = call.json();
        long minutes = Objects.requireNonNullElse(Json.number(body, "sessionLength"), DEFAULT_MINUTES);
        if (minutes < 1 || minutes > Integer.MAX_VALUE) {
            throw ApiException.badRequest("sessionLength must be at least 1 minute, but is " + minutes);
        }
        JsonNode authorizations = body.path("authorizations");
        if (!authorizations.isArray() || authorizations.isEmpty()) {
            throw ApiException.badRequest("authorizations must contain at least one entry");
        }
        authorizations.forEach(EmbedApi::check);
        long now = clock.instant().getEpochSecond();
        ObjectNode claims = Json.object()
                .put("sub", Long.toString(Owner.ID))
                .put("iat", now)
                .put("exp", now + minutes * 60)
                .<ObjectNode>set("authorizations", authorizations);
        return ApiResponse.json(200, Json.object().put("authentication", signed(claims)));
    }

    private static void check(JsonNode authorization) {
        if (authorization.path("token").asText("").isBlank()) {
            throw ApiException.badRequest("Each authorization requires the token of the embedded content");
        }
        JsonNode permissions = authorization.path("permissions");
        if (!permissions.isArray() || permissions.isEmpty()) {
            throw ApiException.badRequest("Each authorization requires permissions");
        }
        for (JsonNode filter : authorization.path("filters")) {
            if (filter.path("column").asText("").isBlank()
                    || !filter.path("values").isArray()) {
                throw ApiException.badRequest("Each filter requires a column and a list of values");
            }
        }
    }

    private String signed(ObjectNode claims) {
        String unsigned = part(Json.object().put("alg", "HS256").put("typ", "JWT")) + "." + part(claims);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return unsigned + "." + base64(mac.doFinal(unsigned.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM does not support " + ALGORITHM, e);
        }
    }

    private static String part(JsonNode tree) {
        return base64(Json.bytes(tree));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
