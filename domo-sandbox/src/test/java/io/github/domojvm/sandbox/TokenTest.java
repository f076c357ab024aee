package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private static final byte[] NONE = new byte[0];

    private final SettableClock clock = new SettableClock();

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.builder()
            .clock(clock)
            .tokenLifetime(Duration.ofMinutes(10))
            .client("id", "s3cret", "data", "user")
            .client("narrow", "other", "user")
            .start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void issuesATokenInTheFormatOfDomo() throws IOException {
        Reply reply = caller.requestToken("", "id", "s3cret");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Pragma")).isEqualTo("no-cache");
        assertThat(reply.json().path("token_type").asText()).isEqualTo("bearer");
        assertThat(reply.json().path("expires_in").asInt()).isEqualTo(600);
        assertThat(reply.json().path("scope").asText()).isEqualTo("data user");
        assertThat(reply.json().path("userId").isIntegralNumber()).isTrue();
        for (String member : new String[] {"customer", "env", "role", "jti"}) {
            assertThat(reply.json().path(member).asText()).as(member).isNotEmpty();
        }
        String[] parts = reply.json().path("access_token").asText().split("\\.");
        assertThat(parts).hasSize(3);
        var claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("exp").asLong()).isEqualTo(clock.instant().getEpochSecond() + 600);
        assertThat(claims.path("scope")).hasSize(2);
    }

    @Test
    void acceptsGetAndPostWithParametersInTheQueryOrTheForm() {
        String basic = Caller.basic("id", "s3cret");
        String query = "/oauth/token?grant_type=client_credentials&scope=data";

        assertThat(caller.raw("GET", query, NONE, "Authorization", basic)
                        .json()
                        .path("scope")
                        .asText())
                .isEqualTo("data");
        assertThat(caller.raw("POST", query, NONE, "Authorization", basic)
                        .json()
                        .path("scope")
                        .asText())
                .isEqualTo("data");
        assertThat(caller.requestToken("scope=user data", "id", "s3cret")
                        .json()
                        .path("scope")
                        .asText())
                .isEqualTo("user data");
        assertThat(caller.requestToken("scope=user+data", "id", "s3cret")
                        .json()
                        .path("scope")
                        .asText())
                .isEqualTo("user data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data,user", "data, user", ",data user,"})
    void acceptsScopesSeparatedByCommas(String scopes) {
        assertThat(caller.requestToken("scope=" + scopes, "id", "s3cret")
                        .json()
                        .path("scope")
                        .asText())
                .isEqualTo("data user");
    }

    @Test
    void rejectsWrongCredentials() {
        Reply wrongSecret = caller.requestToken("", "id", "wrong");

        assertThat(wrongSecret.status()).isEqualTo(401);
        assertThat(wrongSecret.json().path("statusReason").asText()).isEqualTo("Unauthorized");
        assertThat(wrongSecret.message()).isEqualTo("Bad credentials");
        assertThat(wrongSecret.json().path("toe").asText()).matches("[A-Z0-9]{10}-[A-Z0-9]{5}-[A-Z0-9]{5}");
        assertThat(caller.requestToken("", "unknown", "s3cret").status()).isEqualTo(401);
        String path = "/oauth/token?grant_type=client_credentials";
        assertThat(caller.raw("GET", path, NONE).status()).isEqualTo(401);
        assertThat(caller.raw("GET", path, NONE, "Authorization", "Bearer x").status())
                .isEqualTo(401);
        assertThat(caller.raw("GET", path, NONE, "Authorization", "Basic ***").status())
                .isEqualTo(401);
        assertThat(caller.raw("GET", path, NONE, "Authorization", "Basic aWQ=").status())
                .isEqualTo(401);
    }

    @Test
    void rejectsOtherGrantTypesAndScopesTheClientLacks() {
        String basic = Caller.basic("id", "s3cret");

        assertThat(caller.raw("GET", "/oauth/token", NONE, "Authorization", basic)
                        .json()
                        .path("error")
                        .asText())
                .isEqualTo("invalid_request");
        assertThat(caller.raw("GET", "/oauth/token?grant_type=password", NONE, "Authorization", basic)
                        .json()
                        .path("error")
                        .asText())
                .isEqualTo("unsupported_grant_type");
        Reply scope = caller.requestToken("scope=data audit", "id", "s3cret");
        assertThat(scope.status()).isEqualTo(400);
        assertThat(scope.json().path("error").asText()).isEqualTo("invalid_scope");
    }

    @Test
    void expiredTokenReturnsAChallengeWithoutABody() {
        clock.advance(Duration.ofMinutes(10));

        Reply reply = caller.get("/v1/datasets");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.header("WWW-Authenticate"))
                .contains("error=\"invalid_token\"")
                .contains("Jwt expired at 2026-03-04T05:16:07Z");
    }

    @Test
    void acceptsATokenUntilItsLastSecond() {
        clock.advance(Duration.ofMinutes(10).minusSeconds(1));

        assertThat(caller.get("/v1/datasets").status()).isEqualTo(200);
    }

    @Test
    void expireTokensExpiresEveryToken() {
        sandbox.expireTokens();

        assertThat(caller.get("/v1/datasets").status()).isEqualTo(401);
        caller.renewToken();
        assertThat(caller.get("/v1/datasets").status()).isEqualTo(200);
    }

    @Test
    void expireTokensPreservesTheExpiryOfExpiredTokens() {
        clock.advance(Duration.ofMinutes(11));
        sandbox.expireTokens();

        assertThat(caller.get("/v1/datasets").header("WWW-Authenticate")).contains("2026-03-04T05:16:07Z");
    }

    @Test
    void missingOrUnknownTokenReturnsOnlyStatusAndTrace() {
        Reply missing = caller.raw("GET", "/v1/datasets", NONE);
        caller.useToken("garbage");
        Reply garbage = caller.get("/v1/datasets");

        for (Reply reply : new Reply[] {missing, garbage}) {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.json().path("status").asInt()).isEqualTo(403);
            assertThat(reply.json().path("toe").asText()).isNotEmpty();
            assertThat(reply.json()).hasSize(2);
        }
        assertThat(caller.raw("GET", "/v1/datasets", NONE, "Authorization", Caller.basic("id", "s3cret"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void reportsTheMissingScope() {
        caller.useToken(caller.requestToken("", "narrow", "other")
                .json()
                .path("access_token")
                .asText());

        Reply reply = caller.get("/v1/datasets");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().path("error").asText()).isEqualTo("insufficient_scope");
        assertThat(reply.json().path("error_description").asText()).isEqualTo("Insufficient scope for this resource");
        assertThat(reply.json().path("scope").asText()).isEqualTo("data");
    }

    @Test
    void missingTokenReturnsTheOlderErrorWithTheQuirk() {
        try (DomoSandbox older =
                DomoSandbox.builder().quirk(Quirk.MISSING_TOKEN_RETURNS_401).start()) {
            Caller other = new Caller(older);

            Reply missing = other.raw("GET", "/v1/datasets", NONE);
            other.useToken("garbage");
            Reply garbage = other.get("/v1/datasets");

            assertThat(missing.status()).isEqualTo(401);
            assertThat(missing.json().path("statusReason").asText()).isEqualTo("Internal Server Error");
            assertThat(missing.json().path("path").asText()).isEqualTo("/v1/datasets");
            assertThat(missing.message()).endsWith("Full authentication is required to access this resource");
            assertThat(garbage.status()).isEqualTo(401);
            assertThat(garbage.json().path("error").asText()).isEqualTo("invalid_token");
        }
    }

    @Test
    void errorsAreHtmlWithTheQuirkWhenOnlyCsvIsAccepted() {
        try (DomoSandbox html =
                DomoSandbox.builder().quirk(Quirk.CSV_ERRORS_RETURN_406_HTML).start()) {
            Caller other = new Caller(html);

            Reply missing = other.raw("GET", "/v1/datasets/x/data", NONE, "Accept", "text/csv");
            Reply unknown = other.get("/v1/datasets/x/data", "Accept", "text/csv");
            Reply json = other.get("/v1/datasets/x/data", "Accept", "text/csv, application/json");
            html.expireTokens();
            Reply expired = other.get("/v1/datasets/x/data", "Accept", "text/csv");

            assertThat(missing.status()).isEqualTo(406);
            assertThat(missing.header("Content-Type")).startsWith("text/html");
            assertThat(missing.text()).contains("<title>Error 406");
            assertThat(unknown.status()).isEqualTo(406);
            assertThat(json.status()).isEqualTo(404);
            assertThat(expired.status()).isEqualTo(401);
        }
    }
}
