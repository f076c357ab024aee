package io.github.domojvm.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.error.AuthenticationException;
import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.error.PermissionException;
import io.github.domojvm.internal.call.CallFixture;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that concern tokens and permissions. */
class TokenResponseTest extends CallFixture {
    @Test
    void sendsTokenAndUserAgent() throws InterruptedException {
        enqueue(200, "{\"id\":\"x\"}");

        assertThat(calls.get(get()).id()).isEqualTo("x");

        var request = server.takeRequest();
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("bearer marker-token1");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("test/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"401 ", "403 {\"status\":403,\"toe\":\"T-9\"}"})
    void renewsARejectedTokenOnceAndRetriesTheCall(String response) throws InterruptedException {
        enqueue(Integer.parseInt(response.substring(0, 3)), response.substring(4));
        enqueue(200, "{\"id\":7}");

        assertThat(calls.get(post()).id()).isEqualTo(7);

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("bearer marker-token2");
    }

    @Test
    void renewsATokenOnlyOnceWhenItIsRejectedAgain() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(401)
                    .addHeader(
                            "WWW-Authenticate",
                            "Bearer error=\"invalid_token\", error_description=\"Jwt expired at 2025-05-06\"")
                    .build());
        }

        assertThatThrownBy(() -> calls.get(get()))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("Jwt expired at 2025-05-06");
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(tokens).hasValue(2);
    }

    @Test
    void renewsTheTokenAfterStatus406AndThenReportsAMissingDataSet() {
        for (int i = 0; i < 2; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(406)
                    .addHeader("Content-Type", "text/html")
                    .body("<html><h1>Error 406</h1></html>")
                    .build());
        }

        assertThatThrownBy(() -> calls.stream(rest.dataSets().exportData("d1", true, null), body -> 1))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Error 406");
        assertThat(tokens).hasValue(2);
    }

    @Test
    void reportsAMissingScopeWithoutRenewingTheToken() {
        enqueue(
                403,
                "{\"error\":\"insufficient_scope\",\"error_description\":\"Insufficient scope\",\"scope\":\"data\"}");

        PermissionException e = catchThrowableOfType(PermissionException.class, () -> calls.get(get()));

        assertThat(e.missingScope()).contains("data");
        assertThat(e).hasMessageContaining("'data'");
        assertThat(tokens).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request was Bearer OPAQUE-MARKER-TOKEN",
                "bad credentials: Basic aWQ6TUFSS0VSLVNFQ1JFVA==",
            })
    void redactsCredentialsInTheMessageOfTheService(String quoted) {
        enqueue(400, "{\"status\":400,\"message\":\"" + quoted + "\"}");

        assertThatThrownBy(() -> calls.get(get()))
                .hasMessageContaining("(credentials)")
                .hasMessageNotContaining("MARKER")
                .hasMessageNotContaining("aWQ6");
    }

    @Test
    void reportsTheHostOfARedirectWithoutFollowingIt() {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "https://evil.example/login?state=abc")
                .build());

        assertThatThrownBy(() -> calls.get(get()))
                .isInstanceOf(DomoApiException.class)
                .hasMessageContaining("https://evil.example")
                .hasMessageNotContaining("state");
    }

    @Test
    void redactsATokenInTheMessageOfTheService() {
        enqueue(400, "{\"status\":400,\"message\":\"bad token eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjE3OTAwMDAwMDB9.c2ln\"}");

        assertThatThrownBy(() -> calls.get(get()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("bad token (token)")
                .hasMessageNotContaining("eyJ");
    }
}
